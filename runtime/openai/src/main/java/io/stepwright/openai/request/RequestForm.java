package io.stepwright.openai.request;

import io.stepwright.spi.ResultWithTools;
import io.stepwright.spi.SchemaKeywords;
import io.stepwright.spi.StructuredOutput;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the requests to different servers. Immutable.
 *
 * @param tokenLimit the server's name for the limit of output tokens
 * @param structuredOutput how the server is told the schema of an answer
 * @param keywords the keywords of schemas that it accepts
 * @param resultWithTools how it is asked for a typed answer beside tools
 * @param body a JSON object that is merged into each request; or null
 */
public record RequestForm(
    String tokenLimit,
    StructuredOutput structuredOutput,
    SchemaKeywords keywords,
    ResultWithTools resultWithTools,
    @Nullable String body) {

  /** Returns the form of requests to servers that accept all that Stepwright writes. */
  public static RequestForm limitedBy(String tokenLimit) {
    return new RequestForm(
        tokenLimit,
        StructuredOutput.JSON_SCHEMA,
        SchemaKeywords.ALL,
        ResultWithTools.BOTH,
        /* body= */ null);
  }
}
