package io.stepwright.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.ModelClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways that compress although nobody asked them to. */
class ContentCodingTest {

  private static final String ANSWER =
      "{\"choices\":[{\"message\":{\"content\":\"" + "whole ".repeat(1_000) + "\"}}]}";

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
    // Undone by another gateway on the way.
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
  @ValueSource(strings = {"br", "zstd", "compress", "hunter2", "gzip, br", "gzip,gzip,gzip,gzip"})
  void otherCodingsAreTold(String header) throws Exception {
    try (RawServer server =
            RawServer.of("200 OK\r\nContent-Encoding: " + header, coded(ANSWER, "gzip"));
        OpenAiModelClient client = Calls.client(server.url("/v1"))) {
      ModelClientException failure = Calls.failure(client, Calls.request("Hello"));
      assertThat(failure)
          .hasMessageContaining("compressed its answer in a way that is not known here")
          .hasMessageNotContaining("hunter2");
      assertThat(failure.retryable()).isFalse();
    }
  }

  @Test
  void damagedOnesAreNoAnswer() throws Exception {
    byte[] whole = coded(ANSWER, "gzip");
    byte[] wrong = whole.clone();
    Arrays.fill(wrong, 20, 40, (byte) 0x55);
    for (byte[] body : new byte[][] {Arrays.copyOf(whole, whole.length / 2), wrong}) {
      try (RawServer server = RawServer.of("200 OK\r\nContent-Encoding: gzip", body);
          OpenAiModelClient client = Calls.client(server.url("/v1"))) {
        assertThat(Calls.failure(client, Calls.request("Hello")))
            .hasMessageContaining("no chat completion");
      }
    }
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
