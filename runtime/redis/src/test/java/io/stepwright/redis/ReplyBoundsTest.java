package io.stepwright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.RedisInputStream;

class ReplyBoundsTest {

  private final Random random = new Random(42);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static ReplyBounds bounds(byte[] replies) {
    ReplyBounds bounds = new ReplyBounds(new ByteArrayInputStream(replies));
    bounds.allow(1 << 20);
    return bounds;
  }

  private static Object read(InputStream replies) {
    try {
      return Protocol.read(new RedisInputStream(replies));
    } catch (JedisDataException e) {
      return "error " + e.getMessage();
    }
  }

  @Test
  void whatAServerWritesIsReadAsWithoutThem() throws IOException {
    for (int i = 0; i < 3_000; i++) {
      byte[] reply = bytes(reply(0));
      ByteArrayOutputStream passed = new ByteArrayOutputStream();
      ReplyBounds bounds = bounds(reply);
      byte[] chunk = new byte[1 + random.nextInt(9)];
      for (int n = bounds.read(chunk); n >= 0; n = bounds.read(chunk)) {
        passed.write(chunk, 0, n);
      }
      assertThat(passed.toByteArray()).isEqualTo(reply);
      Object with = read(bounds(reply));
      Object without = read(new ByteArrayInputStream(reply));
      assertThat(String.valueOf(with).replaceAll("@[0-9a-f]+", ""))
          .isEqualTo(String.valueOf(without).replaceAll("@[0-9a-f]+", ""));
    }
  }

  private String reply(int depth) {
    switch (random.nextInt(depth < 5 ? 12 : 9)) {
      case 0:
        return "+OK\r\n";
      case 1:
        return ":" + random.nextInt() + "\r\n";
      case 2:
        return "$-1\r\n";
      case 3:
        return "_\r\n";
      case 4:
        return "#" + (random.nextBoolean() ? "t" : "f") + "\r\n";
      case 5:
        return "," + random.nextDouble() + "\r\n";
      case 6:
        return "*0\r\n";
      case 7:
        return "(" + random.nextLong() + "\r\n";
      case 8:
        int length = random.nextInt(20);
        StringBuilder text = new StringBuilder("$" + length + "\r\n");
        for (int i = 0; i < length; i++) {
          text.append("\r\n$*ab".charAt(random.nextInt(6)));
        }
        return text + "\r\n";
      default:
        int size = 1 + random.nextInt(3);
        boolean map = random.nextInt(3) == 0;
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < (map ? 2 * size : size); i++) {
          elements.add(reply(depth + 1));
        }
        return (map ? "%" : random.nextBoolean() ? "*" : "~")
            + size
            + "\r\n"
            + String.join("", elements);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2147483647\r\n",
        "$99999999999999999999\r\n",
        "$5000000\r\n",
        "$-2\r\n",
        "$--1\r\n",
        "$\r\n",
        "$1a\r\n",
        "$1 \r\n",
        "$:\r\n",
        "=2147483647\r\n",
        "*2147483647\r\n",
        "*100001\r\n",
        "*-2147483648\r\n",
        "%2147483647\r\n",
        "%60000\r\n",
        "~999999999\r\n",
        "*60000\r\n*60000\r\n",
        "*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n*1\r\n",
        ">2\r\n+a\r\n+b\r\n",
        "|1\r\n+a\r\n+b\r\n+c\r\n",
        "!5\r\nERR x\r\n",
        "HTTP/1.1 400 Bad Request\r\n",
        "\u0015\u0003\u0003\u0000\u0002\u0002F",
        "+a\rb\r\n",
        "\r\n",
        "\u0000"
      })
  void whatNoServerWritesIsRefusedBeforeAnybodyMakesRoomForIt(String reply) {
    assertThatThrownBy(() -> bounds(bytes(reply)).readAllBytes())
        .isInstanceOf(StrangeReplyException.class);
  }

  @Test
  void tlsIsRecognised() {
    assertThat(catchThrowable(() -> bounds(new byte[] {0x15, 3, 1}).read()))
        .isInstanceOfSatisfying(
            StrangeReplyException.class, strange -> assertThat(strange.isTls()).isTrue());
  }

  @Test
  void aLineEndsOrIsRefused() {
    assertThatThrownBy(() -> bounds(bytes("+" + "a".repeat(ReplyBounds.LINE + 1))).readAllBytes())
        .isInstanceOf(StrangeReplyException.class);
    assertThatThrownBy(() -> bounds(bytes("-" + "\n".repeat(ReplyBounds.LINE + 1))).readAllBytes())
        .isInstanceOf(StrangeReplyException.class);
  }

  @Test
  void noMoreIsReadThanIsAllowed() throws IOException {
    byte[] many = bytes(":1\r\n".repeat(100));
    ReplyBounds bounds = bounds(many);
    bounds.allow(200);
    bounds.readNBytes(200);
    assertThatThrownBy(bounds::read).isInstanceOf(StrangeReplyException.class);
  }

  @Test
  void whateverComesTheClientNeverFailsOtherwiseThanByItsOwnException() {
    String alphabet = "+-:_#,(=$*%~>!|0123456789\r\n\r\n\r\n\r\nabc";
    for (int i = 0; i < 30_000; i++) {
      StringBuilder reply = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        reply.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Throwable failure = catchThrowable(() -> read(bounds(bytes(reply.toString()))));
      if (failure != null) {
        assertThat(failure)
            .as(reply.toString())
            .isInstanceOfAny(JedisException.class, RuntimeException.class);
      }
    }
  }
}
