package io.stepwright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextWarningTest {

  @Test
  void plainTextToAnotherMachineIsWarnedAbout() {
    try (Logged logged = new Logged()) {
      RedisTestCase.open("redis://bob:topsecret@cache.example:7/1", RedisTestCase.PATIENT).close();

      assertThat(logged.messages())
          .singleElement()
          .asString()
          .contains("cache.example:7 in plain text")
          .contains("rediss://")
          .doesNotContain("bob")
          .doesNotContain("topsecret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"redis://bob:topsecret@localhost", "redis://[::1]", "rediss://cache.example"})
  void whatStaysHereOrIsEncryptedIsNot(String url) {
    try (Logged logged = new Logged()) {
      RedisTestCase.open(url, RedisTestCase.PATIENT).close();

      assertThat(logged.messages()).isEmpty();
    }
  }
}
