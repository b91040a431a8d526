package io.stepwright.processor.random;

/** What a step of a random agent, or an input of it, is of. */
enum ValueType {
  TEXT("String", "String"),
  FLAG("boolean", "Boolean"),
  MOOD("Mood", "Mood"),
  LIST("List<String>", "List<String>"),
  /** The items of a step that goes through a list. */
  ITEMS("List<String>", "List<String>"),
  /** The same where each item decides whether it is there. */
  OPTIONAL_ITEMS("List<Optional<String>>", "List<Optional<String>>");

  private final String source;
  private final String boxed;

  ValueType(String source, String boxed) {
    this.source = source;
    this.boxed = boxed;
  }

  /** The type as who takes the value writes it. */
  String source() {
    return source;
  }

  /** The type as an argument of a type. */
  String boxed() {
    return boxed;
  }

  boolean isFanOut() {
    return this == ITEMS || this == OPTIONAL_ITEMS;
  }

  boolean isList() {
    return this == LIST || isFanOut();
  }
}
