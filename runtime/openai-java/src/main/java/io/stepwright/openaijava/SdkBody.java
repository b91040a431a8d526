package io.stepwright.openaijava;

import com.openai.core.http.HttpRequestBody;
import io.stepwright.openai.request.RequestBody;
import java.io.IOException;
import java.io.OutputStream;

/** The body of a request, for the library's HTTP client. */
final class SdkBody implements HttpRequestBody {

  private final RequestBody body;

  SdkBody(RequestBody body) {
    this.body = body;
  }

  @Override
  public void writeTo(OutputStream out) {
    try {
      body.writeTo(out);
    } catch (IOException e) {
      // The library is written in Kotlin, which has no checked exceptions: its HTTP client expects
      // this one.
      throw SdkBody.<RuntimeException>unchecked(e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(IOException failure) throws T {
    throw (T) failure;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public long contentLength() {
    return body.size();
  }

  @Override
  public boolean repeatable() {
    return true;
  }

  @Override
  public void close() {}
}
