package dev.lightspeed.harness.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * YAML 1.2 as {@link Node}s, so that an error can point at its line. Only JSON's types are known (a
 * plain {@code 010} or {@code yes} is a string), aliases are followed within bounds.
 */
public final class YamlSource {

  private static final int MAX_CODE_POINTS = 1 << 20;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NODES = 100_000;

  private int nodes;

  private YamlSource() {}

  /**
   * The one document of {@code file}.
   *
   * @throws InputException if it cannot be read, or is anything else than one YAML document
   */
  public static Node read(Path file) {
    return parse(file.toString(), InputFile.text(file));
  }

  /**
   * The one document that {@code text} holds.
   *
   * @param name the file's name for errors
   * @throws InputException if it holds none, more than one, or anything else than YAML
   */
  public static Node parse(String name, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new JsonSchema())
            .setCodePointLimit(MAX_CODE_POINTS)
            .build();
    try {
      Place top = new Place(name, 0, 0, "");
      Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
      return new YamlSource()
          .node(top, root.orElseThrow(() -> top.error("is empty, expected a document")), 0);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      Place place =
          new Place(
              name,
              mark.map(m -> m.getLine() + 1).orElse(0),
              mark.map(m -> m.getColumn() + 1).orElse(0),
              "");
      throw new InputException(place + ": is not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new InputException(
          name + ": is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }

  private Node node(Place path, org.snakeyaml.engine.v2.nodes.Node yaml, int depth) {
    Place place = at(path, yaml);
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw place.error(
          "aliases or nesting make this too large, expected at most "
              + MAX_DEPTH
              + " levels and "
              + MAX_NODES
              + " values");
    }
    if (yaml instanceof MappingNode mapping) {
      return object(place, mapping, depth);
    }
    if (yaml instanceof SequenceNode sequence) {
      List<Node> items = new ArrayList<>();
      for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
        items.add(node(place.item(items.size()), item, depth + 1));
      }
      return Node.list(place, items);
    }
    return scalar(place, (ScalarNode) yaml);
  }

  private Node object(Place place, MappingNode mapping, int depth) {
    Map<String, Node.NamedNode> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        throw at(place, tuple.getKeyNode()).error("the key is not a word, expected one");
      }
      String key = keyNode.getValue();
      Place keyPlace = at(place.key(key), keyNode);
      Node value = node(keyPlace, tuple.getValueNode(), depth + 1);
      if (fields.put(key, new Node.NamedNode(keyPlace, value)) != null) {
        throw keyPlace.error("the key is there twice, expected once");
      }
    }
    return Node.object(place, fields);
  }

  private static Node scalar(Place place, ScalarNode yaml) {
    Tag tag = yaml.getTag();
    Node.JsonKind kind = Node.JsonKind.STRING;
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      kind = Node.JsonKind.NUMBER;
    } else if (tag.equals(Tag.BOOL)) {
      kind = Node.JsonKind.BOOLEAN;
    } else if (tag.equals(Tag.NULL)) {
      kind = Node.JsonKind.NOTHING;
    } else if (!tag.equals(Tag.STR)) {
      throw place.error("unknown tag '" + tag.getValue() + "', expected a plain value");
    }
    return Node.scalar(place, kind, yaml.getValue());
  }

  private static Place at(Place path, org.snakeyaml.engine.v2.nodes.Node yaml) {
    return yaml.getStartMark()
        .map(mark -> path.at(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(path);
  }
}
