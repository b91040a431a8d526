package io.stepwright.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Checks that the resources which a native image has to keep are declared where its tool looks for
 * them.
 */
class NativeImageTest {

  private static final Pattern INCLUDE = Pattern.compile("\"pattern\": \"(.*?)\"");

  @Test
  void keepsTheFilesThatAreReadByName() throws IOException {
    String text;
    try (InputStream in =
        NativeImageTest.class.getResourceAsStream(
            "/META-INF/native-image/io.stepwright/stepwright-core/resource-config.json")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Pattern> includes =
        INCLUDE
            .matcher(text)
            .results()
            .map(found -> Pattern.compile(found.group(1).replace("\\\\", "\\")))
            .toList();

    assertThat(
            List.of(
                "stepwright.properties",
                "META-INF/services/io.stepwright.spi.RunListener",
                "META-INF/services/io.stepwright.report.ReportFolderFactory",
                "META-INF/stepwright/parts/slf4j"))
        .allMatch(
            path -> includes.stream().map(each -> each.matcher(path)).anyMatch(Matcher::matches));
    assertThat(includes)
        .noneMatch(each -> each.matcher("stepwright_properties").matches())
        .noneMatch(each -> each.matcher("META-INF/services/java.sql.Driver").matches());
  }
}
