package io.stepwright.mcp.session;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientSession;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.ProtocolVersions;
import io.stepwright.mcp.lock.Lock;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A session with a server. It never becomes another one: when it has ended, it stays so.
 * Thread-safe.
 */
public final class Session {

  private static final List<String> VERSIONS =
      List.of(
          ProtocolVersions.MCP_2025_11_25,
          ProtocolVersions.MCP_2025_06_18,
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2024_11_05);

  private static final TypeRef<Reply> REPLY = new TypeRef<>() {};

  /** The limit of the SDK, which is never reached: each request has a limit of its own. */
  private static final Duration NEVER = Duration.ofDays(30);

  private final String server;
  private final SdkTransport transport;
  private final Line line;
  private final McpClientSession sdk;
  private final Object listing = new Object();
  private volatile boolean ended;
  private volatile boolean doubtful;
  private int changes;
  private @Nullable Lock tools;

  private Session(String server, Endpoint endpoint) throws Failure {
    this.server = server;
    transport = new SdkTransport(new Signs());
    line = endpoint.open(transport);
    transport.use(line);
    sdk =
        new McpClientSession(
            NEVER,
            transport,
            Map.of(McpSchema.METHOD_PING, params -> Mono.just(Map.of())),
            Map.of(),
            connected -> connected);
  }

  /**
   * Begins a session, which has to be {@linkplain #initialize initialized}, and closed in any case.
   *
   * @param server the name of the server
   * @throws Failure if the program of the server does not start
   */
  public static Session begin(String server, Endpoint endpoint) throws Failure {
    return new Session(server, endpoint);
  }

  /**
   * Agrees with the server on a version of the protocol.
   *
   * @param endNanos when it has to be done, by {@link System#nanoTime}
   * @throws Failure if the server cannot be reached, or does not speak the protocol
   */
  public void initialize(long endNanos) throws Failure, InterruptedException {
    String product = Session.class.getPackage().getImplementationVersion();
    String params =
        JsonWriter.write(
            "initialize",
            product == null ? "0" : product,
            (json, ours) ->
                json.beginObject()
                    .name("protocolVersion")
                    .string(VERSIONS.get(0))
                    .name("capabilities")
                    .beginObject()
                    .endObject()
                    .name("clientInfo")
                    .beginObject()
                    .name("name")
                    .string("stepwright")
                    .name("version")
                    .string(ours)
                    .endObject()
                    .endObject());
    JsonValue result = request(McpSchema.METHOD_INITIALIZE, params, endNanos);
    String agreed;
    try {
      agreed = result.field("protocolVersion", JsonValue::asString);
    } catch (JsonMismatchException e) {
      throw new Failure(Failure.Kind.PROTOCOL, "it named no version of the protocol");
    }
    if (!VERSIONS.contains(agreed)) {
      throw new Failure(
          Failure.Kind.PROTOCOL, "it speaks none of the versions " + String.join(", ", VERSIONS));
    }
    line.agreed(agreed);
    try {
      // Servers prepare their tools for this client before they take it.
      notify(McpSchema.METHOD_NOTIFICATION_INITIALIZED, "{}")
          .get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Failure(Failure.Kind.NOT_SENT, "it did not answer in time");
    }
    line.listen();
  }

  private CompletableFuture<Void> notify(String method, String params) {
    return sdk.sendNotification(method, new Exchange(params)).toFuture();
  }

  /** Tells whether the session can be used, as far as is known. */
  public boolean isOpen() {
    return !ended;
  }

  /**
   * Returns the tools of the server, as it lists them now or has listed them since it last said
   * that they had changed.
   *
   * @throws Failure if it does not list them
   */
  public Lock tools(long endNanos) throws Failure, InterruptedException {
    if (doubtful) {
      doubtful = false;
      ping(endNanos);
      line.listen();
    }
    int seen;
    synchronized (listing) {
      if (tools != null) {
        return tools;
      }
      seen = changes;
    }
    Lock listed = new ToolList(server).ask(this, endNanos);
    synchronized (listing) {
      if (changes == seen) {
        tools = listed;
      }
    }
    return listed;
  }

  private void ping(long endNanos) throws Failure, InterruptedException {
    try {
      request(McpSchema.METHOD_PING, "{}", endNanos);
    } catch (Failure e) {
      if (e.kind() != Failure.Kind.ERROR) { // Any answer is a sign of life.
        throw e;
      }
    }
  }

  /**
   * Sends a request and waits for its result. An interrupt or the end of its time cancels it at the
   * server.
   *
   * @throws Failure if there is no result
   */
  public JsonValue request(String method, String params, long endNanos)
      throws Failure, InterruptedException {
    Exchange exchange = new Exchange(params);
    CompletableFuture<Reply> answer = sdk.sendRequest(method, exchange, REPLY).toFuture();
    Reply reply;
    boolean done = false;
    try {
      reply = answer.get(Math.max(0, endNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
      done = true;
    } catch (TimeoutException e) {
      throw new Failure(Failure.Kind.TIMEOUT, "it did not answer in time");
    } catch (ExecutionException e) {
      throw new Failure(Failure.Kind.LOST, "the session ended");
    } finally {
      if (!done) {
        cancel(method, exchange);
      }
    }
    if (reply.failure() != null) {
      if (reply.failure().endsSession()) {
        ended = true;
      }
      throw reply.failure();
    }
    return Objects.requireNonNull(reply.result());
  }

  private void cancel(String method, Exchange exchange) {
    String id = exchange.id();
    if (id == null) {
      return;
    }
    // The protocol does not allow that a client cancels the first request.
    if (!method.equals(McpSchema.METHOD_INITIALIZE)) {
      notify(
          "notifications/cancelled",
          JsonWriter.write(
              "cancelled",
              id,
              (json, request) ->
                  json.beginObject()
                      .name("requestId")
                      .string(request)
                      .name("reason")
                      .string("The caller no longer waits.")
                      .endObject()));
    }
    transport.abandon(id);
  }

  /** Ends the session. Requests that wait for an answer fail. */
  public void close() {
    boolean orderly = !ended;
    transport.ended(new Failure(Failure.Kind.LOST, "the session was closed"));
    line.close(orderly);
    sdk.close();
  }

  private final class Signs implements SdkTransport.Signals {

    @Override
    public void toolsChanged() {
      synchronized (listing) {
        changes++;
        tools = null;
      }
    }

    @Override
    public void doubtful() {
      doubtful = true;
    }

    @Override
    public void ended() {
      ended = true;
    }
  }
}
