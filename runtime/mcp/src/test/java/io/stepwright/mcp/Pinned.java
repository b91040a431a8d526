package io.stepwright.mcp;

import io.stepwright.mcp.lock.LockedTool;
import io.stepwright.wiring.JsonValue;

/** Tools as a server lists them. */
final class Pinned {

  static final McpTool ECHO = of(FakeHttpServer.ECHO);
  static final McpTool PAY = of(FakeHttpServer.PAY);

  private Pinned() {}

  static McpTool of(String listed) {
    LockedTool tool = LockedTool.listed(JsonValue.parse(listed));
    return McpTool.of(tool.name(), tool.sha256());
  }

  static McpServers servers(String url, String timeout) {
    return McpServers.builder()
        .configuration("stepwright.mcp.fake.url", url)
        .configuration("stepwright.mcp.fake.timeout", timeout)
        .build();
  }

  static String echo(McpServer server) {
    return server.call(ECHO, json -> json.name("text").string("hello"), JsonValue::asString);
  }
}
