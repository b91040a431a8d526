package io.stepwright.processor.random;

/** The type of a step or an input of a random agent. */
enum ValueType {
  TEXT("String", "String"),
  FLAG("boolean", "Boolean"),
  MOOD("Mood", "Mood"),
  CHAT("Conversation", "Conversation"),
  PHOTO("Image", "Image"),
  LIST("List<String>", "List<String>"),
  /** The items of a step that goes through a list. */
  ITEMS("List<String>", "List<String>"),
  /** The same if each item decides whether it has a value. */
  OPTIONAL_ITEMS("List<Optional<String>>", "List<Optional<String>>");

  private final String source;
  private final String boxed;

  ValueType(String source, String boxed) {
    this.source = source;
    this.boxed = boxed;
  }

  /** Returns the type as a consumer of the value writes it. */
  String source() {
    return source;
  }

  /** Returns the type as a type argument. */
  String boxed() {
    return boxed;
  }

  /** Tells whether a model can answer with a value of the type. */
  boolean isAnswer() {
    return this != CHAT && this != PHOTO;
  }

  boolean isFanOut() {
    return this == ITEMS || this == OPTIONAL_ITEMS;
  }

  boolean isList() {
    return this == LIST || isFanOut();
  }
}
