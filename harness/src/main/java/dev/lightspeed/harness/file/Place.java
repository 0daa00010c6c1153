package dev.lightspeed.harness.file;

/**
 * A place in a file.
 *
 * @param file the file's name as the user gave it
 * @param line from 1, or 0 if not known
 * @param column from 1, or 0 if not known
 * @param path the way there through the content, such as {@code scenarios[2].sessions}; empty at
 *     the top
 */
public record Place(String file, int line, int column, String path) {

  /** The error that says {@code problem} about this place. */
  public InputException error(String problem) {
    return new InputException(this + ": " + problem);
  }

  Place at(int newLine, int newColumn) {
    return new Place(file, newLine, newColumn, path);
  }

  Place withoutColumn() {
    return new Place(file, line, 0, path);
  }

  Place withoutPath() {
    return new Place(file, line, column, "");
  }

  Place key(String key) {
    return new Place(file, line, column, path.isEmpty() ? key : path + "." + key);
  }

  Place item(int index) {
    return new Place(file, line, column, path + "[" + index + "]");
  }

  /** The form of every error: {@code suite.yaml:7:15: scenarios[2].sessions}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(':').append(line);
      if (column > 0) {
        text.append(':').append(column);
      }
    }
    return path.isEmpty() ? text.toString() : text.append(": ").append(path).toString();
  }
}
