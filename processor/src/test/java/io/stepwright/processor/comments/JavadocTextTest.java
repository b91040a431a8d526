package io.stepwright.processor.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JavadocTextTest {

  @Test
  void aCommentOfOneLineHasTags() {
    TypeComments comments =
        JavadocText.of(" The orders. @param status only these @param who {@code a} or b ");
    assertThat(comments.main()).isEqualTo("The orders.");
    assertThat(comments.parts())
        .containsExactlyInAnyOrderEntriesOf(Map.of("status", "only these", "who", "a or b"));
  }

  @Test
  void aWordThatOnlyContainsATagIsText() {
    TypeComments comments = JavadocText.of("Mail to x@param and @parameter.");
    assertThat(comments.main()).isEqualTo("Mail to x@param and @parameter.");
    assertThat(comments.parts()).isEmpty();
  }
}
