package io.stepwright.report.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Puts each field of the root, and each object of its lists, on a line of its own. */
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
