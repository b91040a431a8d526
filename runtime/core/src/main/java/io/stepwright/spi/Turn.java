package io.stepwright.spi;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One message of the conversation that a model is asked to continue. Immutable. All texts are
 * {@linkplain ModelRequest#wellFormed well-formed}.
 */
public sealed interface Turn {

  /**
   * Returns the author for display: {@code system}, {@code user}, {@code model} or {@code tool}.
   */
  String role();

  /** Returns the text for display; media are described in square brackets. */
  String display();

  /**
   * The instructions that stand above the conversation, often called the system message. At most
   * the first turn of a request.
   */
  record Instructions(String text) implements Turn {

    /** Makes the text {@linkplain ModelRequest#wellFormed well-formed}. */
    public Instructions {
      text = ModelRequest.wellFormed(text);
    }

    @Override
    public String role() {
      return "system";
    }

    @Override
    public String display() {
      return text;
    }

    /** Omits the text, which may be personal. */
    @Override
    public String toString() {
      return "Instructions";
    }
  }

  /**
   * A message to the model.
   *
   * @param parts the texts and media in their order, at least one
   */
  record User(List<Part> parts) implements Turn {

    /** Copies the list. */
    public User {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("A message to the model needs at least one part.");
      }
    }

    /** Makes a message of one text. */
    public User(String text) {
      this(List.of(new Part.Text(text)));
    }

    /** Returns the texts of all parts, one after another. Media are left out. */
    public String text() {
      if (parts.size() == 1 && parts.get(0) instanceof Part.Text only) {
        return only.text();
      }
      return parts.stream()
          .map(part -> part instanceof Part.Text text ? text.text() : "")
          .collect(Collectors.joining());
    }

    @Override
    public String role() {
      return "user";
    }

    @Override
    public String display() {
      return parts.stream().map(Part::display).collect(Collectors.joining());
    }

    /** Omits the texts, which may be personal. */
    @Override
    public String toString() {
      return "User[" + parts.size() + (parts.size() == 1 ? " part]" : " parts]");
    }
  }

  /**
   * A message of the model.
   *
   * @param text the text, empty if it only called tools
   * @param calls the tools that it called, in their order
   */
  record Model(String text, List<ToolCall> calls) implements Turn {

    /** Makes the text {@linkplain ModelRequest#wellFormed well-formed} and copies the list. */
    public Model {
      text = ModelRequest.wellFormed(text);
      calls = List.copyOf(calls);
    }

    /** Makes a message without calls. */
    public Model(String text) {
      this(text, List.of());
    }

    @Override
    public String role() {
      return "model";
    }

    @Override
    public String display() {
      return text;
    }

    /** Omits the text, which may be personal. */
    @Override
    public String toString() {
      return "Model[" + calls.size() + (calls.size() == 1 ? " call]" : " calls]");
    }
  }

  /**
   * The result of a tool that the model called.
   *
   * @param callId the identifier of the call
   * @param text the result as JSON or plain text, or the reason of the failure
   * @param failed true if the tool brought no result
   */
  record ToolResult(String callId, String text, boolean failed) implements Turn {

    /** Makes the texts {@linkplain ModelRequest#wellFormed well-formed}. */
    public ToolResult {
      callId = ModelRequest.wellFormed(callId);
      text = ModelRequest.wellFormed(text);
    }

    @Override
    public String role() {
      return "tool";
    }

    @Override
    public String display() {
      return text;
    }

    /** Omits the text, which may be personal. */
    @Override
    public String toString() {
      return "ToolResult[failed=" + failed + "]";
    }
  }
}
