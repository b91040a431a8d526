package io.stepwright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCodecTest {

  private static final String WHOLE =
      "{'version':1,'step':'S.a','partition':'p','id':'i','text':'t','vector':'AACAPw==',"
          + "'answer':'a','created':1,'expires':2,'inputTokens':3,'outputTokens':-1}";

  private final Random random = new Random(20260101);

  @Test
  void whatIsWrittenIsReadBack() {
    for (int i = 0; i < 2_000; i++) {
      CacheEntry entry = any();

      byte[] bytes = Entries.CODEC.write(entry);

      assertThat(Entries.CODEC.read(bytes, entry.partition(), entry.id())).isEqualTo(entry);
    }
  }

  @Test
  void aCutOffEntryIsNone() {
    CacheEntry entry = any();
    byte[] bytes = Entries.CODEC.write(entry);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);

      assertThat(Entries.CODEC.read(cut, entry.partition(), entry.id())).isNull();
    }
  }

  @Test
  void aDamagedEntryIsNoneOrOneOfItsKey() {
    CacheEntry entry = any();
    byte[] bytes = Entries.CODEC.write(entry);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);

      CacheEntry read = Entries.CODEC.read(damaged, entry.partition(), entry.id());

      if (read != null) {
        assertThat(read.partition()).isEqualTo(entry.partition());
        assertThat(read.id()).isEqualTo(entry.id());
      }
    }
  }

  @Test
  void theFormatStaysAsItIs() {
    assertThat(read(WHOLE))
        .isEqualTo(new CacheEntry("S.a", "p", "i", "t", new float[] {1}, "a", 1, 2, 3, -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'version':2",
        "'version':0",
        "'version':'1'",
        "'partition':'q'",
        "'id':'j'",
        "'id':null",
        "'vector':'AACAPw'",
        "'vector':'AACA'",
        "'vector':''",
        "'vector':'AADAfw=='", // not a number
        "'vector':'AACAfw=='", // infinite
        "'vector':[1]",
        "'vector':null",
        "'created':'x'",
        "'created':99999999999999999999",
        "'answer':7",
        "'answer':{'a':1}",
        "'more':1",
      })
  void anEntryWithAFieldThatIsWrongIsNone(String field) {
    String name = field.substring(0, field.indexOf(':') + 1);
    String wrong =
        WHOLE.contains(name)
            ? WHOLE.replaceFirst(name + "('[^']*'|[-0-9]+)", field)
            : WHOLE.replace("}", "," + field + "}");

    assertThat(wrong).isNotEqualTo(WHOLE);
    assertThat(read(wrong)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version",
        "step",
        "partition",
        "id",
        "answer",
        "created",
        "expires",
        "inputTokens"
      })
  void anEntryThatMissesAFieldIsNone(String field) {
    assertThat(read(WHOLE.replaceFirst("'" + field + "':('[^']*'|[-0-9]+),", ""))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "7", "'text'", "[]", "{}", "\u0000", "{'version':1} {}"})
  void whatIsNotOneObjectIsNone(String json) {
    assertThat(read(json)).isNull();
  }

  private static CacheEntry read(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Entries.CODEC.read(bytes, "p", "i");
  }

  private CacheEntry any() {
    long created = random.nextLong(System.currentTimeMillis() + 1);
    return new CacheEntry(
        text(),
        Integer.toHexString(random.nextInt()),
        Integer.toHexString(random.nextInt()),
        random.nextBoolean() ? text() : null,
        random.nextBoolean() ? Entries.random(random, 1 + random.nextInt(400)) : null,
        text(),
        created,
        created + random.nextLong(Long.MAX_VALUE - created),
        random.nextInt(1_000_000_001),
        random.nextBoolean() ? -1 : random.nextInt(1_000_000_001));
  }

  /** Letters, controls, quotes, all planes, halves of surrogate pairs. */
  private String text() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(6)) {
        case 0 -> text.append((char) random.nextInt(128));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(random.nextInt(0x110000));
        case 3 -> text.append("\"\\/\r\n\u2028\u0000\ud83d".charAt(random.nextInt(8)));
        case 4 -> text.append("ümläut 漢字 👩‍👩‍👧 العربية");
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }
}
