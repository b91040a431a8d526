package io.stepwright.openai.request;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The body of a request: a known number of bytes, in pieces. It can be read many times. */
public final class RequestBody implements Iterable<byte[]> {

  private final List<Piece> pieces;
  private final long size;

  RequestBody(List<? extends Piece> pieces) {
    this.pieces = List.copyOf(pieces);
    long sum = 0;
    for (Piece piece : pieces) {
      sum += piece.size();
    }
    this.size = sum;
  }

  /** A part of the body. */
  interface Piece extends Iterable<byte[]> {

    /** Returns the number of bytes of all arrays. */
    long size();
  }

  /**
   * A part that is kept in memory.
   *
   * @param length the number of bytes of the array that count
   */
  record Bytes(byte[] array, int length) implements Piece {

    @Override
    public long size() {
      return length;
    }

    @Override
    public Iterator<byte[]> iterator() {
      return List.of(length == array.length ? array : Arrays.copyOf(array, length)).iterator();
    }
  }

  /** Returns the number of bytes. */
  public long size() {
    return size;
  }

  /**
   * Returns an array that begins with the {@link #size} bytes of the body if that is one piece in
   * memory, else null. It must not be changed.
   */
  public byte @Nullable [] single() {
    return pieces.size() == 1 && pieces.get(0) instanceof Bytes only ? only.array() : null;
  }

  /** Writes all bytes. */
  public void writeTo(OutputStream out) throws IOException {
    for (byte[] bytes : this) {
      out.write(bytes);
    }
  }

  /** Returns the bytes, in arrays that must not be changed. */
  @Override
  public Iterator<byte[]> iterator() {
    Iterator<Piece> left = pieces.iterator();
    return new Iterator<>() {
      private Iterator<byte[]> current = List.<byte[]>of().iterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && left.hasNext()) {
          current = left.next().iterator();
        }
        return current.hasNext();
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }

  /** Leaves out the bytes, which may be personal. */
  @Override
  public String toString() {
    return "RequestBody[" + size + " bytes]";
  }
}
