package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.Attachment;
import io.stepwright.spi.History;
import io.stepwright.spi.MediaContent;
import io.stepwright.spi.Part;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prompts and cache keys with media. */
class MediaPromptTest {

  private static Attachment medium(String content) {
    Part part = new Part.Image(new MediaContent("image/png", content.getBytes(), null));
    return () -> part;
  }

  private static final Attachment A = medium("a");
  private static final Attachment B = medium("b");

  private static Part text(String text) {
    return new Part.Text(text);
  }

  @Test
  void textsAndMediaKeepTheirOrder() {
    PromptText text = PromptText.of("{{a}}See {{x}}{{list}}{{b}} and {{a}} \\{{a}}");

    assertThat(
            text.withMedia("a", A)
                .with("x", "{{b}}")
                .withMedia("list", List.of(B, A))
                .withOptionalMedia("b", Optional.of(B))
                .parts())
        .containsExactly(
            A.part(),
            text("See {{b}}"),
            B.part(),
            A.part(),
            B.part(),
            text(" and "),
            A.part(),
            text(" {{a}}"));
  }

  @Test
  void absentMediaLeaveNoGap() {
    PromptText text = PromptText.of("x {{a}} y{{b}}");

    assertThat(text.withOptionalMedia("a", Optional.empty()).withMedia("b", List.of()).parts())
        .containsExactly(text("x  y"));
    assertThat(PromptText.of("{{a}}").withOptionalMedia("a", Optional.empty()).parts())
        .as("a message has at least one part")
        .containsExactly(text(""));
  }

  @Test
  void mistakesAreReported() {
    PromptText text = PromptText.of("{{a}} {{b}}");

    assertThatThrownBy(() -> text.withMedia("a", A).parts())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("{{b}} is not filled.");
    assertThatThrownBy(() -> text.withMedia("a", A).with("b", "x").message())
        .as("media have no text")
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> text.withMedia("c", A)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text.withMedia("a", (Attachment) null))
        .isInstanceOf(NullSlotException.class)
        .hasMessageContaining("{{a}}");
    assertThatThrownBy(() -> text.withMedia("a", Arrays.asList(A, null)))
        .isInstanceOf(NullSlotException.class);
    assertThatThrownBy(() -> text.withOptionalMedia("a", null))
        .isInstanceOf(NullSlotException.class);
  }

  @Test
  void keysDifferIfMediaDo() {
    List<CacheKey> keys = new ArrayList<>();
    keys.add(new CacheKey().media("a", A).optionalMedia("b", Optional.empty()));
    keys.add(new CacheKey().media("a", B).optionalMedia("b", Optional.empty()));
    keys.add(new CacheKey().media("a", A).optionalMedia("b", Optional.of(A)));
    keys.add(new CacheKey().media("a", A).optionalMedia("b", Optional.of(B)));
    keys.add(new CacheKey().media("a", List.of(A, B)).media("b", List.of()));
    keys.add(new CacheKey().media("a", List.of(B, A)).media("b", List.of()));
    keys.add(new CacheKey().media("a", List.of(A)).media("b", List.of(B)));
    keys.add(new CacheKey().media("a", List.of()).media("b", List.of(A, B)));

    assertThat(keys.stream().map(CacheKey::exact)).doesNotHaveDuplicates();
    assertThat(new CacheKey().media("a", medium("a")).exact())
        .isEqualTo(new CacheKey().media("a", A).exact());
  }

  @Test
  void noConversationEqualsAnEmptyOne() {
    History empty = List::of;
    History one = () -> List.of(new Turn.User("x"));

    assertThat(
            Stream.of(
                    new CacheKey().history("h", empty),
                    new CacheKey().optionalHistory("h", Optional.of(empty)),
                    new CacheKey().optionalHistory("h", Optional.empty()))
                .map(CacheKey::exact)
                .distinct())
        .hasSize(1);
    assertThat(new CacheKey().optionalHistory("h", Optional.of(one)).exact())
        .isEqualTo(new CacheKey().history("h", one).exact())
        .isNotEqualTo(new CacheKey().history("h", empty).exact());
  }
}
