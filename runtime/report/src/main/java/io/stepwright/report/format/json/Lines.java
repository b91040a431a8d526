package io.stepwright.report.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Starts a line for each field of the whole, and for each object of its lists. */
final class Lines implements DefaultPrettyPrinter.Indenter {

  @Override
  public void writeIndentation(JsonGenerator json, int level) throws IOException {
    if (level <= 1) {
      json.writeRaw('\n');
      json.writeRaw(level == 1 ? "  " : "");
    } else {
      json.writeRaw(' ');
    }
  }

  @Override
  public boolean isInline() {
    return false;
  }
}
