package io.stepwright.openaijava;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.azure.AzureUrlPathMode;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureUrlsTest {

  @ParameterizedTest
  @CsvSource({
    "https://mine.openai.azure.com, AUTO, true, true",
    "https://MINE.OPENAI.AZURE.COM, AUTO, true, true",
    "https://mine.openai.azure.com/openai/v1, AUTO, true, false",
    "https://mine.services.ai.azure.com, AUTO, true, true",
    "https://mine.azure-api.net/path, AUTO, true, true",
    "https://mine.cognitiveservices.azure.com, AUTO, true, true",
    "https://api.openai.com/v1, AUTO, false, false",
    "https://openai.azure.com.example.org/v1, AUTO, false, false",
    "https://gateway.example.org/v1, LEGACY, true, true",
    "https://gateway.example.org/v1, UNIFIED, true, false",
  })
  void urlsAreThoseThatTheLibraryKnows(
      URI url, AzureUrlPathMode mode, boolean azure, boolean deployment) {
    assertThat(AzureUrls.isAzure(url, mode)).isEqualTo(azure);
    assertThat(AzureUrls.namesDeployment(url, mode)).isEqualTo(deployment);
  }
}
