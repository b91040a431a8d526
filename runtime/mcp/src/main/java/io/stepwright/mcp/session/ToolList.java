package io.stepwright.mcp.session;

import io.modelcontextprotocol.spec.McpSchema;
import io.stepwright.mcp.lock.Lock;
import io.stepwright.mcp.lock.LockedTool;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks a server for its tools, page by page, within limits. */
final class ToolList {

  private final String server;
  private final List<LockedTool> tools = new ArrayList<>();
  private final Set<String> cursors = new HashSet<>();
  private int characters;

  ToolList(String server) {
    this.server = server;
  }

  Lock ask(Session session, long endNanos) throws Failure, InterruptedException {
    String cursor = null;
    do {
      JsonValue page = session.request(McpSchema.METHOD_TOOLS_LIST, params(cursor), endNanos);
      try {
        add(page.field("tools", listed -> listed.asList(LockedTool::listed)));
        cursor = page.optionalField("nextCursor", JsonValue::asString).orElse(null);
      } catch (JsonMismatchException e) {
        throw new Failure(
            Failure.Kind.PROTOCOL, "it listed its tools in a form that is not allowed");
      }
      if (cursor != null && (!cursors.add(cursor) || cursors.size() >= Limits.PAGES)) {
        throw new Failure(
            Failure.Kind.PROTOCOL,
            String.format(
                Locale.ROOT,
                "it lists its tools on more than %d pages, or in a circle",
                Limits.PAGES));
      }
    } while (cursor != null);
    try {
      return new Lock(server, tools);
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.Kind.PROTOCOL, "it lists two tools with the same name");
    }
  }

  private static String params(@Nullable String cursor) {
    return cursor == null
        ? "{}"
        : JsonWriter.write(
            "cursor",
            cursor,
            (json, text) -> json.beginObject().name("cursor").string(text).endObject());
  }

  private void add(List<LockedTool> page) throws Failure {
    for (LockedTool tool : page) {
      characters += tool.canonical().length();
      if (tools.size() == Limits.TOOLS || characters > Limits.TOOL_CHARACTERS) {
        throw new Failure(
            Failure.Kind.PROTOCOL,
            String.format(
                Locale.ROOT,
                "it lists more than %d tools, or tools of more than %d characters",
                Limits.TOOLS,
                Limits.TOOL_CHARACTERS));
      }
      tools.add(tool);
    }
  }
}
