package io.stepwright.mcp.session;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the body of a response as messages of bounded length. */
final class Inbound implements HttpResponse.BodySubscriber<Void> {

  private static final int IGNORED_BYTES = 64 * 1024;

  private final Text text;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  /** Receives the bytes of the body. */
  interface Text {
    void add(byte b) throws OversizedException;

    void end();
  }

  private Inbound(Text text) {
    this.text = text;
  }

  /** Returns a reader for a content type; a type that is not of the protocol is not read. */
  static Inbound of(String contentType, Consumer<String> messages) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("text/event-stream")) {
      return new Inbound(new EventText(messages));
    }
    return type.startsWith("application/json") ? new Inbound(new WholeText(messages)) : ignoring();
  }

  /** Returns a reader that keeps nothing, and reads not much. */
  static Inbound ignoring() {
    return new Inbound(
        new Text() {
          private int bytes;

          @Override
          public void add(byte b) throws OversizedException {
            if (++bytes > IGNORED_BYTES) {
              throw new OversizedException();
            }
          }

          @Override
          public void end() {}
        });
  }

  @Override
  public CompletionStage<Void> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    Flow.Subscription source = subscription;
    if (source == null || end.isDone()) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        while (buffer.hasRemaining()) {
          text.add(buffer.get());
        }
      }
      source.request(1);
    } catch (OversizedException | RuntimeException e) {
      source.cancel();
      end.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable problem) {
    end.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    try {
      text.end();
      end.complete(null);
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  /** A body that is one message. */
  private static final class WholeText implements Text {

    private final BoundedBytes bytes = new BoundedBytes();
    private final Consumer<String> messages;

    WholeText(Consumer<String> messages) {
      this.messages = messages;
    }

    @Override
    public void add(byte b) throws OversizedException {
      bytes.add(b);
    }

    @Override
    public void end() {
      messages.accept(bytes.take());
    }
  }
}
