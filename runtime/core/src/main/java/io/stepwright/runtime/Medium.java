package io.stepwright.runtime;

import io.stepwright.spi.Attachment;
import io.stepwright.spi.MediaContent;
import org.jspecify.annotations.Nullable;

/**
 * The content that pictures, documents and recordings have in common. Two media are equal if they
 * are of the same class and their types, bytes and names are equal.
 */
abstract sealed class Medium implements Attachment permits Image, Pdf, Audio {

  private final MediaContent content;

  Medium(MediaContent content) {
    this.content = content;
  }

  /** Returns the type, the bytes and the name. */
  public final MediaContent content() {
    return content;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Medium medium
        && getClass() == medium.getClass()
        && content.equals(medium.content);
  }

  @Override
  public final int hashCode() {
    return content.hashCode();
  }

  /** Describes the medium without its bytes and name, which may be personal. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + content + "]";
  }
}
