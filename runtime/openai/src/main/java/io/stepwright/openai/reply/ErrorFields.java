package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields {@code error} and {@code errors}, which may occur in an answer, in its choice or
 * in its message. Of several fields of one name the last counts.
 */
final class ErrorFields {

  private @Nullable ServerError error;
  private @Nullable ServerError errors;

  /**
   * Reads the value of a field that holds an error.
   *
   * @return true if the field is one; if not, the parser has not moved
   */
  boolean field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "error" -> error = ServerErrorReader.within(parser);
      case "errors" -> errors = ServerErrorReader.within(parser);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Returns the error, or null if neither field holds one. */
  @Nullable ServerError error() {
    return error == null ? errors : error;
  }
}
