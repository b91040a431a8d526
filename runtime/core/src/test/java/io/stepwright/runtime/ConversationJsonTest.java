package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationJsonTest {

  private static final String HELLO =
      "{\"version\":1,\"turns\":[{\"role\":\"user\",\"text\":\"Hello\"},{\"role\":\"model\",\"text\":\"Good morning\"}]}";

  @Test
  void itIsAsDocumented() {
    Conversation hello = Conversation.empty().user("Hello").model("Good morning");
    assertThat(hello.toJson()).isEqualTo(HELLO);
    assertThat(Conversation.fromJson(HELLO)).isEqualTo(hello);
    assertThat(Conversation.fromJson("{\"turns\":[],\"version\":1} "))
        .isSameAs(Conversation.empty());
  }

  @Test
  void anyConversationComesBack() {
    Random random = new Random(42);
    for (int i = 0; i < 5_000; i++) {
      Conversation conversation = RandomConversation.of(random);
      assertThat(Conversation.fromJson(conversation.toJson())).isEqualTo(conversation);
    }
  }

  @Test
  void aDamagedTextIsRefusedOrAConversation() {
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(HELLO);
      for (int wounds = random.nextInt(3); wounds >= 0; wounds--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setLength(Math.max(1, at));
          case 1 -> text.insert(at, '"');
          default -> text.setCharAt(at, (char) random.nextInt(0x80));
        }
      }
      try {
        Conversation.fromJson(text.toString());
      } catch (ConversationFormatException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(2_500);
  }

  @Test
  void loneSurrogatesInEscapesAreReplaced() {
    assertThat(Conversation.fromJson(HELLO.replace("Hello", "\\ud83d")))
        .isEqualTo(Conversation.empty().user("\uFFFD").model("Good morning"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{\"version\":1}",
        "{\"turns\":[]}",
        "{\"version\":2,\"turns\":[]}",
        "{\"version\":\"1\",\"turns\":[]}",
        "{\"version\":1.0,\"turns\":[]}",
        "{\"version\":4294967297,\"turns\":[]}",
        "{\"version\":99999999999999999999999,\"turns\":[]}",
        "{\"version\":1,\"version\":1,\"turns\":[]}",
        "{\"version\":1,\"turns\":[],\"turns\":[]}",
        "{\"version\":1,\"turns\":null}",
        "{\"version\":1,\"turns\":{}}",
        "{\"version\":1,\"turns\":[null]}",
        "{\"version\":1,\"turns\":[[]]}",
        "{\"version\":1,\"turns\":[\"secret\"]}",
        "{\"version\":1,\"turns\":[{}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"user\"}]}",
        "{\"version\":1,\"turns\":[{\"text\":\"secret\"}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"user\",\"text\":null}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"user\",\"text\":[\"secret\"]}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"user\",\"text\":7}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"secret\",\"text\":\"secret\"}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"system\",\"text\":\"secret\"}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"tool\",\"text\":\"secret\"}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"user\",\"text\":\"a\",\"text\":\"secret\"}]}",
        "{\"version\":1,\"turns\":[{\"role\":\"user\",\"text\":\"a\",\"secret\":\"secret\"}]}",
        "{\"version\":1,\"turns\":[],\"secret\":\"secret\"}",
        "{\"version\":1,\"turns\":[]} secret",
        "{\"version\":1,\"turns\":[]}{\"version\":1,\"turns\":[]}",
        "{\"version\":1,\"turns\":[",
        "secret",
      })
  void anythingElseIsRefusedWithoutBeingQuoted(String json) {
    assertThatThrownBy(() -> Conversation.fromJson(json))
        .isInstanceOf(ConversationFormatException.class)
        .hasMessageStartingWith("The JSON of a conversation cannot be read: ")
        .hasMessageEndingWith(". Give the text that Conversation.toJson() wrote.")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void hugeTextsAreRefused() {
    refused("[".repeat(1_000_000));
    refused("{\"version\":1,\"turns\":" + "[".repeat(100_000));
    refused("{\"turns\":[" + "{\"role\":\"user\",\"text\":\"\"},".repeat(10_001) + "]}");
    refused("{\"" + "a".repeat(1_000_000) + "\":1}");
    refused("{\"version\":" + "1".repeat(1_000_000) + "}");
    refused(" ".repeat(16 * 1024 * 1024 + 1));
  }

  private static void refused(String json) {
    assertThatThrownBy(() -> Conversation.fromJson(json))
        .isInstanceOf(ConversationFormatException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
  }
}
