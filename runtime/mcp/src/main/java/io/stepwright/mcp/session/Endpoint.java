package io.stepwright.mcp.session;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Where a server is: an address, or a program to start. Thread-safe. */
public abstract sealed class Endpoint implements AutoCloseable
    permits HttpEndpoint, ProgramEndpoint {

  Endpoint() {}

  /** Returns the endpoint of a server that speaks Streamable HTTP. */
  public static Endpoint http(String server, URI address, Map<String, String> headers) {
    return new HttpEndpoint(server, address, headers);
  }

  /** Returns the endpoint of a server that is a program and speaks over its streams. */
  public static Endpoint program(
      String server, List<String> command, Map<String, String> environment) {
    return new ProgramEndpoint(server, command, environment);
  }

  /**
   * Opens a line. An address is not connected to before something is sent.
   *
   * @throws Failure if the program does not start
   */
  abstract Line open(Line.Receiver receiver) throws Failure;

  /** Ends threads that its lines share. All lines have been closed. */
  @Override
  public abstract void close();
}
