package io.stepwright.spi;

/** A part of a message to a model: a text, or a medium with its bytes. Immutable. */
public sealed interface Part {

  /** Returns the text, or a description of the medium in square brackets. */
  String display();

  /** A text. */
  record Text(String text) implements Part {

    /** Makes the text {@linkplain ModelRequest#wellFormed well-formed}. */
    public Text {
      text = ModelRequest.wellFormed(text);
    }

    @Override
    public String display() {
      return text;
    }

    /** Omits the text, which may be personal. */
    @Override
    public String toString() {
      return "Text";
    }
  }

  /** A picture. */
  record Image(MediaContent content) implements Part {

    @Override
    public String display() {
      return "[" + content + "]";
    }
  }

  /** A PDF document. */
  record Pdf(MediaContent content) implements Part {

    @Override
    public String display() {
      return "[" + content + "]";
    }
  }

  /** A recording of sound. */
  record Audio(MediaContent content) implements Part {

    @Override
    public String display() {
      return "[" + content + "]";
    }
  }
}
