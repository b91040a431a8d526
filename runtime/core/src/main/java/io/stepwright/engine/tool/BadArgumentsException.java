package io.stepwright.engine.tool;

/** Thrown if a model's arguments do not fit a tool. The message quotes nothing of them. */
final class BadArgumentsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The complaint about arguments that cannot be read at all. */
  static final String NO_OBJECT =
      "the arguments are not one JSON object of at most 65,536 characters, in which no name stands"
          + " twice and no number is out of bounds.";

  /** The maximum length of a schema that is quoted. */
  private static final int MOST_OF_SCHEMA = 4_000;

  BadArgumentsException(String message) {
    super(message, null, false, false);
  }

  /** Returns the complaint for the model, with the schema of the arguments. */
  String complaint(String schema) {
    String message = String.valueOf(getMessage());
    return schema.length() > MOST_OF_SCHEMA
        ? message
        : message + " The arguments have to match this schema: " + schema;
  }
}
