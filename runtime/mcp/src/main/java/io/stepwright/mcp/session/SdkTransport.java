package io.stepwright.mcp.session;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Connects the session of the SDK with a line. The SDK gets only messages that it expects, and
 * their contents as objects that it cannot print. Thread-safe.
 */
final class SdkTransport implements McpClientTransport, Line.Receiver {

  private static final int LONGEST_ID = 200;

  private final Signals signals;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile @Nullable Line line;
  private volatile @Nullable Failure end;
  private volatile @Nullable Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> handler;

  /** Is told of the messages and the end of a session. */
  interface Signals {
    void toolsChanged();

    void doubtful();

    void ended();
  }

  SdkTransport(Signals signals) {
    this.signals = signals;
  }

  void use(Line opened) {
    line = opened;
  }

  @Override
  public Mono<Void> connect(Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> toSession) {
    handler = toSession;
    return Mono.empty();
  }

  // ---------------------------------------------------------------- to the server

  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromFuture(() -> send(message).handle((taken, problem) -> null));
  }

  private CompletableFuture<?> send(JSONRPCMessage message) {
    Line open = Objects.requireNonNull(line);
    if (message instanceof JSONRPCRequest request && request.params() instanceof Exchange sent) {
      String id = String.valueOf(request.id());
      sent.sentAs(id);
      waiting.add(id);
      Failure ended = end;
      if (ended != null) {
        failed(id, new Failure(Failure.Kind.NOT_SENT, ended.message()));
      } else {
        return open.send(
            envelope("\"id\":" + quoted(id) + ",", request.method(), sent.params()), id);
      }
    } else if (message instanceof JSONRPCNotification notification
        && notification.params() instanceof Exchange sent) {
      return open.send(envelope("", notification.method(), sent.params()), null);
    } else if (message instanceof JSONRPCResponse response && response.id() instanceof String id) {
      return open.send(
          response.error() == null
              ? "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}"
              : "{\"jsonrpc\":\"2.0\",\"id\":"
                  + id
                  + ",\"error\":{\"code\":"
                  + McpSchema.ErrorCodes.METHOD_NOT_FOUND
                  + ",\"message\":\"Not supported\"}}",
          null);
    }
    return CompletableFuture.completedFuture(null);
  }

  private static String envelope(String id, String method, String params) {
    return "{\"jsonrpc\":\"2.0\","
        + id
        + "\"method\":"
        + quoted(method)
        + ",\"params\":"
        + params
        + "}";
  }

  private static String quoted(String text) {
    return JsonWriter.write("message", text, JsonWriter::string);
  }

  /** Ends an exchange that nobody waits for any more. */
  void abandon(String id) {
    deliver(id, Reply.of(new Failure(Failure.Kind.TIMEOUT, "it was given up")));
    Objects.requireNonNull(line).abandon(id);
  }

  // ---------------------------------------------------------------- from the server

  @Override
  public void message(String json) {
    try {
      JsonValue message = JsonValue.parse(json);
      Set<String> names = message.names();
      if (names.contains("method")) {
        String method = message.field("method", JsonValue::asString);
        Optional<JsonValue> id = message.optionalField("id", given -> given);
        if (id.isPresent()) {
          requested(method, id.get());
        } else if (method.equals(McpSchema.METHOD_NOTIFICATION_TOOLS_LIST_CHANGED)) {
          signals.toolsChanged();
        }
      } else if (names.contains("id")) {
        answered(message);
      }
    } catch (JsonMismatchException e) {
      // The id of the answer is unknown, and with it who waits for it.
      ended(new Failure(Failure.Kind.PROTOCOL, "it sent a message that is not one of JSON-RPC"));
    }
  }

  private void requested(String method, JsonValue id) {
    String json = id.canonical(); // The session gives it back as it gets it.
    // A longer id is no id, and too many requests are an attack: neither is answered.
    if (json.length() <= LONGEST_ID && refusals.incrementAndGet() <= Limits.REFUSALS) {
      toSession(new JSONRPCRequest(bounded(method), json, null));
    }
  }

  private static String bounded(String method) {
    return method.equals(McpSchema.METHOD_PING) ? method : "unsupported";
  }

  private void answered(JsonValue message) {
    String id = message.optionalField("id", JsonValue::canonical).orElse("");
    if (id.length() < 2 || id.charAt(0) != '"') {
      return;
    }
    id = id.substring(1, id.length() - 1);
    if (waiting.contains(id)) {
      deliver(id, reply(message));
    }
  }

  private static Reply reply(JsonValue message) {
    try {
      return message
          .optionalField("error", SdkTransport::error)
          .map(Reply::of)
          .orElseGet(() -> Reply.of(message.field("result")));
    } catch (JsonMismatchException e) {
      return Reply.of(
          new Failure(Failure.Kind.PROTOCOL, "it sent an answer without result and error"));
    }
  }

  private static Failure error(JsonValue error) {
    return Failure.error(
        error.field("code", JsonValue::asInt),
        error.optionalField("message", JsonValue::asString).orElse(""));
  }

  @Override
  public void failed(String id, Failure failure) {
    deliver(id, Reply.of(failure));
  }

  @Override
  public void ended(Failure failure) {
    if (end == null) {
      end = failure;
    }
    signals.ended();
    for (String id : waiting) {
      deliver(id, Reply.of(failure));
    }
  }

  @Override
  public boolean waits(String id) {
    return waiting.contains(id);
  }

  @Override
  public void doubtful() {
    signals.doubtful();
  }

  private void deliver(String id, Reply reply) {
    if (waiting.remove(id)) {
      toSession(JSONRPCResponse.result(id, reply));
    }
  }

  private void toSession(JSONRPCMessage message) {
    Function<Mono<JSONRPCMessage>, Mono<JSONRPCMessage>> session = handler;
    if (session != null) {
      session.apply(Mono.just(message)).subscribe();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // Only replies are delivered, and only they are asked for.
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return (T) data;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
