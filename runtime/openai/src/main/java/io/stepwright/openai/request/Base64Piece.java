package io.stepwright.openai.request;

import io.stepwright.spi.MediaContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A medium in Base64, which is encoded piece by piece while the body is sent, so that it takes no
 * memory of its own.
 */
record Base64Piece(MediaContent content) implements RequestBody.Piece {

  // A multiple of three bytes, so that only the last piece is padded.
  private static final int BYTES = 48 * 1024;

  @Override
  public long size() {
    return (content.size() + 2L) / 3 * 4;
  }

  @Override
  public Iterator<byte[]> iterator() {
    InputStream left = content.input();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        try {
          return left.available() > 0;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        try {
          return Base64.getEncoder().encode(left.readNBytes(BYTES));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
