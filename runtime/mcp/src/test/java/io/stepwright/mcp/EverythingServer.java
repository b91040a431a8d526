package io.stepwright.mcp;

import static org.junit.jupiter.api.Assumptions.abort;

import io.stepwright.mcp.lock.LockedTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The reference server of the protocol, from npm. */
final class EverythingServer implements AutoCloseable {

  private static final String VARIABLE = "STEPWRIGHT_TEST_MCP_SERVER";

  private final int port;
  private final Process process;

  private EverythingServer(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /** Returns its executable. A test is skipped where there is none. */
  static String executable() {
    String named = System.getenv(VARIABLE);
    if (named == null || named.isBlank() || !Files.isExecutable(Path.of(named))) {
      return abort(
          "No MCP server. Run: export "
              + VARIABLE
              + "=$(.ci/mcp install), which needs node and npm.");
    }
    return named;
  }

  /** Returns a tool as the server lists it now. */
  static McpTool tool(McpServer server, String name) {
    LockedTool tool = Objects.requireNonNull(server.tools().tool(name), name);
    return McpTool.of(name, tool.sha256());
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Starts the server for Streamable HTTP. */
  static EverythingServer start(int port) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(executable(), "streamableHttp");
    builder.environment().put("PORT", String.valueOf(port));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    EverythingServer server = new EverythingServer(port, builder.start());
    Eventually.await("the server listens", server::listens);
    return server;
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  String url() {
    return "http://localhost:" + port + "/mcp";
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
