package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.PublicApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The interface of the module is what is recorded. */
class PublicApiTest {

  private static final Path RECORDED = Path.of("src/test/resources/public-api.txt");

  @Test
  void isAsRecorded() throws Exception {
    String actual = PublicApi.describe(List.of("io.stepwright.cache"));
    if (Boolean.getBoolean("updateApi")) {
      Files.writeString(RECORDED, actual);
    }
    assertThat(actual)
        .as(
            "The public interface has changed. Lines that went away break code that was compiled"
                + " before. If the change is wanted, record it with -Dtest=PublicApiTest"
                + " -DupdateApi=true, and say it in CHANGELOG.md.")
        .isEqualTo(Files.readString(RECORDED));
  }
}
