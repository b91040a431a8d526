package io.stepwright.openai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stepwright.spi.MediaContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void commasStandBetweenValues() throws IOException {
    JsonOut out = new JsonOut().beginObject().name("a").beginArray();
    out.number(1).raw("{}").beginObject().endObject().string("").raw("null").endArray();
    out.name("b").number(0.5).name("c").beginArray().endArray().endObject();
    assertThat(text(out)).isEqualTo("{\"a\":[1,{},{},\"\",null],\"b\":0.5,\"c\":[]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 1018, 1023, 1024, 1025, 5000, 100_000})
  void everyCharacterSurvives(int length) throws IOException {
    Random random = new Random(length);
    StringBuilder any = new StringBuilder();
    while (any.length() < length) {
      int point =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> random.nextInt(0xd800);
            case 2 -> 0xe000 + random.nextInt(0x2000);
            default -> 0x10000 + random.nextInt(0x100000);
          };
      any.appendCodePoint(point);
    }
    JsonOut out = new JsonOut().beginObject().name("a").string(any.toString());
    assertThat(JSON.readTree(text(out.endObject())).path("a").asText("none"))
        .isEqualTo(any.toString());
  }

  @Test
  void halfASurrogatePairIsReplaced() throws IOException {
    assertThat(text(new JsonOut().string("a\ud83d"))).isEqualTo("\"a\ufffd\"");
    assertThat(text(new JsonOut().string("\ude00b"))).isEqualTo("\"\ufffdb\"");
    assertThat(text(new JsonOut().string("\ud83d\ude00"))).isEqualTo("\"\ud83d\ude00\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.25, 1e-7, 1.5e9, -2})
  void numbersAreRead(double number) throws IOException {
    assertThat(JSON.readTree(text(new JsonOut().number(number))).asDouble()).isEqualTo(number);
  }

  @Test
  void noNumberIsRefused() {
    assertThatThrownBy(() -> new JsonOut().number(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 49_151, 49_152, 49_153, 200_000})
  void mediaAreWrittenInBase64(int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    MediaContent content = new MediaContent("image/png", bytes, null);
    JsonOut out = new JsonOut().beginArray().dataUrl(content).base64String(content).number(1);
    RequestBody body = out.endArray().body();
    String coded = Base64.getEncoder().encodeToString(bytes);
    String expected = "[\"data:image/png;base64," + coded + "\",\"" + coded + "\",1]";
    // It can be read again, for a second attempt.
    assertThat(text(body)).isEqualTo(expected);
    assertThat(text(body)).isEqualTo(expected);
    assertThat(body.size()).isEqualTo(expected.length());
    assertThat(body).allSatisfy(piece -> assertThat(piece.length).isLessThan(70_000));
    assertThat(body.single()).isNull();
  }

  private static String text(JsonOut out) throws IOException {
    RequestBody body = out.body();
    assertThat(body.single()).isNotNull();
    return text(body);
  }

  private static String text(RequestBody body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
