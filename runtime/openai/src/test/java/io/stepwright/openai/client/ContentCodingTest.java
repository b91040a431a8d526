package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.ModelClientException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways that compress without being asked to. */
class ContentCodingTest {

  private static final String ANSWER =
      "{\"choices\":[{\"message\":{\"content\":\"" + "whole ".repeat(1_000) + "\"}}]}";

  private static final int FILE_NAME = 8;
  private static final long NEVER = System.nanoTime() + Long.MAX_VALUE / 4;

  private interface Coding {
    OutputStream into(OutputStream out) throws IOException;
  }

  private static byte[] coded(String text, Coding coding) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = coding.into(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] coded(String text, String how) throws IOException {
    return switch (how) {
      case "gzip" -> coded(text, GZIPOutputStream::new);
      case "gzip twice" -> coded(text, out -> new GZIPOutputStream(new GZIPOutputStream(out)));
      case "zlib" -> coded(text, DeflaterOutputStream::new);
      case "raw" -> coded(text, out -> new DeflaterOutputStream(out, new Deflater(9, true)));
      case "raw, then gzip" ->
          coded(
              text,
              out -> new DeflaterOutputStream(new GZIPOutputStream(out), new Deflater(1, true)));
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, gzip",
    "GZIP, gzip",
    "x-gzip, gzip",
    "' gzip , identity', gzip",
    "'gzip, gzip', gzip twice",
    "deflate, zlib",
    "deflate, raw",
    "'deflate, gzip', 'raw, then gzip'",
    "identity, none",
    "'', none",
    // Decoded by another gateway on the way.
    "gzip, none",
    "deflate, none",
  })
  void knownCodingsAreUndone(String header, String how) throws Exception {
    try (RawServer server =
            RawServer.of("200 OK\r\nContent-Encoding: " + header, coded(ANSWER, how));
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      assertThat(client.call(Calls.request("Hello")).text()).isEqualTo("whole ".repeat(1_000));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "compress", "hunter2", "gzip, br", "gzip,gzip,gzip"})
  void otherCodingsAreTold(String header) throws Exception {
    try (RawServer server =
            RawServer.of("200 OK\r\nContent-Encoding: " + header, coded(ANSWER, "gzip"));
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure)
          .hasMessageContaining(
              "compressed its answer, without being asked to, in an unknown encoding")
          .hasMessageNotContaining("hunter2");
      assertThat(failure.retryable()).isFalse();
    }
  }

  /** The JSON may be complete although the compressed stream is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {"half", "without its last byte", "one byte", "wrong", "checksum", "length"})
  void damagedOnesAreConnectionsThatBreak(String how) throws Exception {
    byte[] whole = coded(ANSWER, "gzip");
    byte[] damaged =
        switch (how) {
          case "half" -> Arrays.copyOf(whole, whole.length / 2);
          case "without its last byte" -> Arrays.copyOf(whole, whole.length - 1);
          case "one byte" -> Arrays.copyOf(whole, 1);
          default -> whole.clone();
        };
    switch (how) {
      case "wrong" -> Arrays.fill(damaged, 10, 40, (byte) 0xff);
      case "checksum" -> damaged[damaged.length - 8] ^= 1;
      case "length" -> damaged[damaged.length - 4] ^= 1;
      default -> {}
    }
    try (RawServer server = RawServer.of("200 OK\r\nContent-Encoding: gzip", damaged);
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure).hasMessageContaining("broke the connection");
      assertThat(failure.retryable()).isTrue();
      assertThat(failure.kind()).isEqualTo(ModelClientException.Kind.CONNECTION);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zlib", "raw"})
  void aDeflatedOneThatEndsEarlyIsNotWhole(String how) throws Exception {
    byte[] whole = coded(ANSWER + " ".repeat(100_000), how);
    byte[] cut = Arrays.copyOf(whole, whole.length - 5);
    try (RawServer server = RawServer.of("200 OK\r\nContent-Encoding: deflate", cut);
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      assertThat(Calls.failure(client, Calls.request("Hello")).retryable()).isTrue();
    }
  }

  /** Returns a gzip of the text whose header has a file name of this many characters. */
  private static byte[] named(int characters, String text) throws IOException {
    byte[] zipped = coded(text, "gzip");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(zipped, 0, 3);
    bytes.write(FILE_NAME);
    bytes.write(zipped, 4, 6);
    bytes.write("a".repeat(characters).getBytes(StandardCharsets.US_ASCII));
    bytes.write(0);
    bytes.write(zipped, 10, zipped.length - 10);
    return bytes.toByteArray();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  @Test
  void aLongHeaderWithinAnotherCodingIsLimited() throws Exception {
    byte[] small = zipped(named(100, ANSWER));
    byte[] large = zipped(named(WireResponse.LARGEST_BODY, ANSWER));
    assertThat(large).hasSizeLessThan(20_000);
    try (RawServer server = RawServer.of("200 OK\r\nContent-Encoding: gzip, gzip", small);
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      assertThat(client.call(Calls.request("Hello")).text()).startsWith("whole ");
    }
    try (RawServer server = RawServer.of("200 OK\r\nContent-Encoding: gzip, gzip", large);
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      assertThat(Calls.failure(client, Calls.request("Hello")))
          .hasMessageContaining("more than 4 MiB");
    }
  }

  @ParameterizedTest
  @CsvSource({"100, It broke.", "200000,"})
  void aLongHeaderOfAnErrorIsLimited(int characters, String told) throws Exception {
    byte[] body = zipped(named(characters, "{\"message\":\"It broke.\"}"));
    try (RawServer server = RawServer.of("400 X\r\nContent-Encoding: gzip, gzip", body);
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure.status()).isEqualTo(400);
      assertThat(failure.serverMessage()).isEqualTo(told);
    }
  }

  /** A gzip header that never ends. */
  private static final class EndlessHeader extends InputStream {

    private final long after;
    private final Runnable then;
    private long sent;

    EndlessHeader(long after, Runnable then) {
      this.after = after;
      this.then = then;
    }

    @Override
    public int read() {
      if (sent == after) {
        then.run();
      }
      int index = (int) Math.min(sent++, 10);
      return new int[] {0x1f, 0x8b, 8, FILE_NAME, 0, 0, 0, 0, 0, 0, 'a'}[index];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      bytes[offset] = (byte) read();
      return 1;
    }
  }

  @Test
  void anInterruptIsHeardWithinAHeader() {
    EndlessHeader body = new EndlessHeader(5_000, () -> Thread.currentThread().interrupt());
    assertThatThrownBy(() -> decoded(body, Integer.MAX_VALUE, NEVER))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(body.sent).isLessThan(6_000);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theDeadlineIsSeenWithinAHeader() {
    EndlessHeader body = new EndlessHeader(-1, () -> {});
    assertThatThrownBy(() -> decoded(body, Integer.MAX_VALUE, System.nanoTime()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(body.sent).isLessThan(100);
  }

  @Test
  void aHeaderHasALimit() {
    EndlessHeader body = new EndlessHeader(-1, () -> {});
    assertThatThrownBy(() -> decoded(body, 7_000, NEVER))
        .isInstanceOf(BoundedBody.TooLargeException.class);
    assertThat(body.sent).isBetween(7_000L, 7_100L);
  }

  /** The JDK treats any failure in a further header as the end of the stream. */
  @Test
  void theHeaderOfAFurtherMemberIsWatchedToo() throws Exception {
    EndlessHeader further = new EndlessHeader(5_000, () -> Thread.currentThread().interrupt());
    InputStream body =
        new SequenceInputStream(new ByteArrayInputStream(coded(ANSWER, "gzip")), further) {
          @Override
          public int available() {
            return 1;
          }
        };
    try (InputStream decoded = decoded(body, Integer.MAX_VALUE, NEVER)) {
      assertThatThrownBy(decoded::readAllBytes).isInstanceOf(InterruptedIOException.class);
    }
  }

  @Test
  void anInterruptIsHeardWhileAnErrorIsDecoded() throws Exception {
    byte[] body = coded("{\"message\":\"It broke.\"}", "gzip");
    Blocks blocks = new Blocks();
    blocks.add(ByteBuffer.wrap(body), body.length);
    Headers headers = new HeaderValues().put("content-encoding", "gzip");
    assertThat(ErrorBodies.read(blocks, headers, NEVER).message()).isEqualTo("It broke.");
    assertThat(ErrorBodies.read(blocks, headers, System.nanoTime()).message()).isNull();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ErrorBodies.read(blocks, headers, NEVER))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static InputStream decoded(InputStream body, int limit, long deadline)
      throws IOException {
    return ContentCodings.decoded(body, List.of("gzip"), limit, new ReadGuard(deadline), null);
  }

  @ParameterizedTest
  @CsvSource({"gzip, gzip", "deflate, raw", "gzip, none"})
  void errorsAreReadToo(String header, String how) throws Exception {
    byte[] body = coded("{\"error\":{\"message\":\"It broke.\",\"code\":\"overloaded\"}}", how);
    try (RawServer server = RawServer.of("503 X\r\nContent-Encoding: " + header, body);
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure).hasMessageContaining("failed (503, overloaded)");
      assertThat(failure.serverMessage()).isEqualTo("It broke.");
    }
  }
}
