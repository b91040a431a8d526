package io.stepwright.openai;

import io.stepwright.spi.ProviderConfigurationException;

/** Checks for the HTTP client of the JDK, which a Java runtime made by jlink may lack. */
final class JdkHttp {

  private JdkHttp() {}

  /**
   * Checks that the client is present, before a call needs it.
   *
   * @throws ProviderConfigurationException if it is missing; the message names the module
   */
  static void require() throws ProviderConfigurationException {
    require("java.net.http.HttpTimeoutException");
  }

  static void require(String type) throws ProviderConfigurationException {
    try {
      Class.forName(type);
    } catch (ClassNotFoundException e) {
      throw new ProviderConfigurationException(
          "This Java runtime lacks the module java.net.http, over which stepwright-openai calls"
              + " models. Add it when you build the runtime image: jlink --add-modules"
              + " java.net.http.");
    }
  }
}
