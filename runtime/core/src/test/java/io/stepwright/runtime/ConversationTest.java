package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Part;
import io.stepwright.spi.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private static final Conversation FOUR =
      Conversation.empty().user("one").model("two").user("three").model("four");

  @Test
  void turnsFollowOneAnother() {
    assertThat(FOUR.turns())
        .containsExactly(
            new Turn.User("one"),
            new Turn.Model("two"),
            new Turn.User("three"),
            new Turn.Model("four"));
    assertThat(FOUR.size()).isEqualTo(4);
    assertThat(FOUR.isEmpty()).isFalse();
    assertThat(Conversation.empty().isEmpty()).isTrue();
  }

  @Test
  void aLongerConversationLeavesTheShorterAsItWas() {
    Conversation start = Conversation.empty().user("one");
    Conversation left = start.model("left");
    Conversation right = start.model("right");
    assertThat(start.turns()).containsExactly(new Turn.User("one"));
    assertThat(left).isNotEqualTo(right);
    assertThatThrownBy(() -> start.turns().add(new Turn.User("more")))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void equalityIsThatOfTheTurns() {
    assertThat(FOUR.last(2)).isEqualTo(Conversation.empty().user("three").model("four"));
    assertThat(FOUR.last(2)).hasSameHashCodeAs(Conversation.empty().user("three").model("four"));
    assertThat(Conversation.empty().user("ab").model("c"))
        .isNotEqualTo(Conversation.empty().user("a").model("bc"));
    assertThat(Conversation.empty().user("a")).isNotEqualTo(Conversation.empty().model("a"));
  }

  @Test
  void textsAreNotInItsDescription() {
    assertThat(FOUR).hasToString("Conversation[4 turns]");
    assertThat(FOUR.last(2).turns().toString()).doesNotContain("three", "four");
    assertThat(Conversation.empty().user("one")).hasToString("Conversation[1 turn]");
  }

  @Test
  void nullsAreRefused() {
    String none = null;
    assertThatThrownBy(() -> FOUR.user(none)).hasMessage("text");
    assertThatThrownBy(() -> FOUR.model(none)).hasMessage("text");
    assertThatThrownBy(() -> Conversation.fromJson(none)).hasMessage("json");
  }

  @Test
  void aCutBeginsWithTheUser() {
    assertThat(FOUR.last(4)).isSameAs(FOUR);
    assertThat(FOUR.last(Integer.MAX_VALUE)).isSameAs(FOUR);
    assertThat(FOUR.last(3)).isEqualTo(Conversation.empty().user("three").model("four"));
    assertThat(FOUR.last(1)).isSameAs(Conversation.empty());
    assertThat(FOUR.last(0)).isSameAs(Conversation.empty());
    assertThatThrownBy(() -> FOUR.last(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGreetingOfTheModelStaysUnlessItIsCut() {
    Conversation greeted = Conversation.empty().model("hello").user("one").model("two");
    assertThat(greeted.last(3)).isSameAs(greeted);
    assertThat(greeted.within(1_000)).isSameAs(greeted);
    assertThat(greeted.last(2)).isEqualTo(Conversation.empty().user("one").model("two"));
  }

  @Test
  void tokensAreAThirdOfTheBytes() {
    // Three, two, four and six bytes: tokens 1, 1, 2 and 2.
    Conversation spoken = Conversation.empty().user("one").model("é").user("😀").model("€€");
    assertThat(spoken.within(6)).isSameAs(spoken);
    assertThat(spoken.within(5)).isEqualTo(spoken.last(2));
    assertThat(spoken.within(4)).isEqualTo(spoken.last(2));
    assertThat(spoken.within(3)).isSameAs(Conversation.empty());
    assertThat(spoken.within(0)).isSameAs(Conversation.empty());
    assertThatThrownBy(() -> spoken.within(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyCutIsTheLongestThatFits() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Conversation whole = RandomConversation.of(random);
      int limit = random.nextInt(60);
      Conversation cut = whole.within(limit);
      assertThat(tokens(cut)).isLessThanOrEqualTo(limit);
      assertThat(whole.turns()).endsWith(cut.turns().toArray(Turn[]::new));
      if (cut.size() < whole.size() && !cut.isEmpty()) {
        assertThat(cut.turns().get(0)).isInstanceOf(Turn.User.class);
      }
      for (int more = cut.size() + 1; more <= whole.size(); more++) {
        Conversation longer = whole.last(more);
        assertThat(longer.size() == cut.size() || tokens(longer) > limit).isTrue();
      }
    }
  }

  @Test
  void aLongChatIsNoBurden() {
    Conversation chat = Conversation.empty();
    for (int i = 0; i < 5_000; i++) {
      chat = chat.user("question").model("answer");
    }
    assertThat(Conversation.fromJson(chat.toJson())).isEqualTo(chat);
    Conversation longer = chat.user("one too many");
    assertThatThrownBy(longer::toJson)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("10000 turns");
    Conversation bulky = Conversation.empty().user("x".repeat(16 * 1024 * 1024));
    assertThatThrownBy(bulky::toJson).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void loneSurrogatesAreReplaced() {
    Conversation cut = Conversation.empty().user("a\uD83D").model("\uDE00b");
    assertThat(cut).isEqualTo(Conversation.empty().user("a\uFFFD").model("\uFFFDb"));
    assertThat(ModelRequest.wellFormed(cut.toJson())).isEqualTo(cut.toJson());
  }

  private static int tokens(Conversation conversation) {
    return conversation.turns().stream()
        .mapToInt(turn -> (turn.display().getBytes(StandardCharsets.UTF_8).length + 2) / 3)
        .sum();
  }

  @Test
  void turnsOfOtherKindsAreNoTexts() {
    assertThat(FOUR.turns()).allMatch(Conversation::isText);
    assertThat(
            List.of(
                new Turn.Instructions("x"),
                new Turn.ToolResult("1", "x", false),
                new Turn.User(List.of(new Part.Text("a"), new Part.Text("b")))))
        .noneMatch(Conversation::isText);
  }
}
