package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.Embedder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An embedding tells whether the model knows every piece of the text. */
@Timeout(120)
class UnknownPiecesTest {

  private static Embedder embedder;

  @BeforeAll
  static void load() throws Exception {
    embedder = Embedders.quantised();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I cancel my order?",
        "Crème brûlée costs £5.50, doesn't it?",
        "C++ & C#: x <= y",
        "unbelievablylongwordsarestillmadeofknownpieces"
      })
  void plainTextIsKnown(String text) throws Exception {
    assertThat(embedder.embed(text).known()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDC4D",
        "The customer reacted with \uD83D\uDC4E",
        "What is the flag \uD83C\uDDE9\uD83C\uDDEA country's capital?",
        "Ship it \u2705",
        "\u0E09\u0E31\u0E19\u0E08\u0E30\u0E22\u0E01\u0E40\u0E25\u0E34\u0E01",
        "",
        " \n ",
        "\uE000\uE001",
        "What does [MASK] mean?",
        "[SEP] Cancel it",
        "[UNK]"
      })
  void whatTheModelDoesNotKnowIsSaid(String text) throws Exception {
    assertThat(embedder.embed(text).known()).isFalse();
  }

  @Test
  void aWordOfMoreThanAHundredCharactersIsUnknown() throws Exception {
    assertThat(embedder.embed("Where is " + "a".repeat(101) + "?").known()).isFalse();
    assertThat(embedder.embed("Where is " + "a".repeat(100) + "?").known()).isTrue();
  }

  @Test
  void aTokenizerFileNamesItsUnknownTokenInSeveralWays() throws Exception {
    assertThat(special("{'model':{'vocab':{'a':1,'[UNK]':7},'unk_token':'[UNK]'}}"))
        .containsExactly(7L);
    assertThat(special("{'model':{'unk_id':3,'vocab':[['<s>',0.0],['<unk>',0.0]]}}"))
        .containsExactly(3L);
    assertThat(
            special(
                "{'added_tokens':[{'id':5,'content':'<s>','special':true},{'id':6,'special':false}],"
                    + "'model':{'unk_token':null,'vocab':{'a':1}}}"))
        .containsExactly(5L);
    assertThat(special("{'model':{'unk_token':'?','vocab':{}}}")).isEmpty();
    assertThat(special("[]")).isEmpty();
  }

  private static Set<Long> special(String json) throws Exception {
    return TokenizerFile.special(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
