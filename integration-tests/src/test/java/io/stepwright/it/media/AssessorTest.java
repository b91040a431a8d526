package io.stepwright.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.it.media.Assessor.Claim;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Completion;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.Audio;
import io.stepwright.runtime.Conversation;
import io.stepwright.runtime.Image;
import io.stepwright.runtime.Pdf;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Media arrive at a server byte for byte, in the order of the prompt and after the conversation.
 */
@Timeout(60)
class AssessorTest {

  private static final int MOST = 1 << 20;

  private final Random random = new Random(7);
  private final ModelServer server = ModelServer.http();
  private final AgentRuntime runtime = Runtimes.of(server);

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  private byte[] bytes(String start) {
    byte[] bytes = new byte[MOST / 2 + random.nextInt(MOST)];
    random.nextBytes(bytes);
    byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(first, 0, bytes, 0, first.length);
    return bytes;
  }

  private static void assertData(JsonNode url, String type, byte[] bytes) {
    String prefix = "data:" + type + ";base64,";
    assertThat(url.asText()).startsWith(prefix);
    assertThat(Base64.getDecoder().decode(url.asText().substring(prefix.length())))
        .isEqualTo(bytes);
  }

  @Test
  void mediaArriveByteForByte() {
    byte[] photo = bytes("\u0089PNG\r\n\u001a\n");
    byte[] invoice = bytes("%PDF-1.7");
    byte[] call = bytes("RIFF....WAVE");
    Claim claim =
        new Claim("Hail", Image.of(photo), Pdf.of(invoice).named("invoice.pdf"), Audio.of(call));
    server.next(Answer.chat(request -> Completion.of(request).text("covered").usage(10, 2)));

    String verdict =
        new WiredAssessor(runtime)
            .assess(Conversation.empty().user("Hello").model("Which claim?"), claim);

    assertThat(verdict).isEqualTo("covered");
    JsonNode messages = server.requests().get(0).json().path("messages");
    assertThat(messages).hasSize(4);
    assertThat(messages.path(0).path("content").asText()).isEqualTo("You assess claims.");
    assertThat(messages.path(1).path("content").asText()).isEqualTo("Hello");
    assertThat(messages.path(2).path("role").asText()).isEqualTo("assistant");
    assertThat(messages.path(2).path("content").asText()).isEqualTo("Which claim?");
    JsonNode parts = messages.path(3).path("content");
    assertThat(parts).hasSize(6);
    assertThat(parts.path(0).path("text").asText()).isEqualTo("Hail, see ");
    assertData(parts.path(1).path("image_url").path("url"), "image/png", photo);
    assertThat(parts.path(2).path("text").asText()).isEqualTo(" and ");
    assertThat(parts.path(3).path("file").path("filename").asText()).isEqualTo("invoice.pdf");
    assertData(parts.path(3).path("file").path("file_data"), "application/pdf", invoice);
    assertThat(parts.path(4).path("text").asText()).isEqualTo(", and hear ");
    JsonNode audio = parts.path(5).path("input_audio");
    assertThat(audio.path("format").asText()).isEqualTo("wav");
    assertThat(Base64.getDecoder().decode(audio.path("data").asText())).isEqualTo(call);
  }
}
