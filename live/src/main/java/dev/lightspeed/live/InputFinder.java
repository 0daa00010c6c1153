package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.List;

/** Finds the inputs of a template whose {@code value} is a slot, by being told its start tags. */
final class InputFinder {

  private static final int NO_SLOT = Integer.MIN_VALUE;

  private final List<Template.InputBinding> inputs = new ArrayList<>();
  private String name = "";
  private int nameSlot = Template.END;
  private int valueSlot = NO_SLOT;

  /** What was found so far, in order. */
  List<Template.InputBinding> inputs() {
    return inputs;
  }

  /** A tag begins. */
  void startTag() {
    name = "";
    nameSlot = Template.END;
    valueSlot = NO_SLOT;
  }

  /** The tag has an attribute whose value is a literal. */
  void literalAttribute(String attribute, String value) {
    if (attribute.equals("name")) {
      name = value;
      nameSlot = Template.END;
    }
  }

  /** The tag has an attribute whose value is a slot and nothing else. */
  void slotAttribute(String attribute, int slot) {
    if (attribute.equals("name")) {
      name = "";
      nameSlot = slot;
    } else if (attribute.equals("value")) {
      valueSlot = slot;
    }
  }

  /** The tag of {@code element} ends. */
  void endTag(String element) {
    boolean named = !name.isEmpty() || nameSlot != Template.END;
    if (element.equals("input") && named && valueSlot >= 0) {
      inputs.add(new Template.InputBinding(valueSlot, name, nameSlot));
    }
  }
}
