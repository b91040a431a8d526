package io.stepwright.processor.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.resolution.TemplateParser.Write;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {{write: thank them}} bye                    | thank them
          {{write: thank {{name}} kindly}} bye         | thank {{name}} kindly
          {{write: use \\{{name}} as it is}} bye       | use \\{{name}} as it is
          {{write: open by \\{{ only}} bye             | open by \\{{ only
          {{write: open by \\{{ for {{name}}}} bye     | open by \\{{ for {{name}}
          {{write: \\{{a}} and \\{{b}} and {{c}}}} bye | \\{{a}} and \\{{b}} and {{c}}
          """)
  void anOpenSlotEndsAfterTheBracesInside(String text, String instruction) {
    assertThat(TemplateParser.parse(text)).hasSize(2);
    assertThat(TemplateParser.parse(text).get(0))
        .isInstanceOfSatisfying(
            Write.class, write -> assertThat(write.written()).isEqualTo(instruction));
  }
}
