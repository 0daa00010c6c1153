package dev.lightspeed.live;

/** A template that cannot be parsed. The message says where, as line:column, and why. */
public final class TemplateException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  TemplateException(int line, int column, String reason) {
    super("template " + line + ":" + column + ": " + reason);
  }
}
