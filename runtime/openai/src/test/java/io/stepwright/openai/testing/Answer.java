package io.stepwright.openai.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reaction of the server to one request. Immutable: each method returns a changed copy. */
public final class Answer {

  private static final int NEVER = -1;

  final int status;
  final Map<String, String> headers;
  final Function<Received, String> body;
  final Duration delay;
  final @Nullable Gate gate;
  final boolean dropped;
  final int stallsAfter;
  final int chunk;
  final Duration pause;

  private Answer(
      int status,
      Map<String, String> headers,
      Function<Received, String> body,
      Duration delay,
      @Nullable Gate gate,
      boolean dropped,
      int stallsAfter,
      int chunk,
      Duration pause) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.delay = delay;
    this.gate = gate;
    this.dropped = dropped;
    this.stallsAfter = stallsAfter;
    this.chunk = chunk;
    this.pause = pause;
  }

  /** A chat completion: {@link Completion#of} the request. */
  public static Answer chat() {
    return chat(Completion::of);
  }

  /** A chat completion with this text. */
  public static Answer text(String text) {
    return chat(request -> Completion.of(request).text(text));
  }

  /** A chat completion made from the request. */
  public static Answer chat(Function<Received, Completion> completion) {
    return raw(200, request -> completion.apply(request).toString());
  }

  /** A status and the body of an error as OpenAI's API words it. */
  public static Answer error(int status, String type, String code) {
    return raw(status, request -> Completion.error(type, code));
  }

  /** A status and any body. */
  public static Answer raw(int status, String body) {
    return raw(status, request -> body);
  }

  private static Answer raw(int status, Function<Received, String> body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    return new Answer(
        status, headers, body, Duration.ZERO, null, false, NEVER, NEVER, Duration.ZERO);
  }

  /** Adds this header. */
  public Answer header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, delay, gate, dropped, stallsAfter, chunk, pause);
  }

  /** Delays the answer before the headers. */
  public Answer delay(Duration time) {
    return new Answer(status, headers, body, time, gate, dropped, stallsAfter, chunk, pause);
  }

  /** Holds the answer before the headers until the gate is open. */
  public Answer heldBy(Gate closed) {
    return new Answer(status, headers, body, delay, closed, dropped, stallsAfter, chunk, pause);
  }

  /** Closes the connection instead of answering. */
  public Answer dropped() {
    return new Answer(status, headers, body, delay, gate, true, stallsAfter, chunk, pause);
  }

  /** Sends the headers and this many characters of the body, then nothing more, for ever. */
  public Answer stallingAfter(int characters) {
    return new Answer(status, headers, body, delay, gate, dropped, characters, chunk, pause);
  }

  /** Sends the body in pieces of this many characters, with a pause before each but the first. */
  public Answer slowly(int characters, Duration between) {
    return new Answer(
        status, headers, body, delay, gate, dropped, stallsAfter, characters, between);
  }
}
