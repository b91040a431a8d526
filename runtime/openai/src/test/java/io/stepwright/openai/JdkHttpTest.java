package io.stepwright.openai;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.ProviderConfigurationException;
import org.junit.jupiter.api.Test;

class JdkHttpTest {

  @Test
  void namesTheModuleThatARuntimeLacks() {
    assertThatThrownBy(() -> JdkHttp.require("java.net.http.Missing"))
        .isInstanceOf(ProviderConfigurationException.class)
        .hasMessageContaining("lacks the module java.net.http")
        .hasMessageContaining("jlink --add-modules java.net.http");
  }

  @Test
  void isThereInAJdk() {
    assertThatCode(JdkHttp::require).doesNotThrowAnyException();
  }
}
