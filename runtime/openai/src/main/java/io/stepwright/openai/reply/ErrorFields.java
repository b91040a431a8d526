package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields {@code error} and {@code errors}, which may stand in an answer, in its choice or
 * in its message. Of fields of one name the last counts.
 */
final class ErrorFields {

  private @Nullable ServerError error;
  private @Nullable ServerError errors;

  /**
   * Reads the value of a field that holds an error.
   *
   * @return whether it is one; if not, the parser has not moved
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

  /** What went wrong, or null if neither field says something. */
  @Nullable ServerError error() {
    return error == null ? errors : error;
  }
}
