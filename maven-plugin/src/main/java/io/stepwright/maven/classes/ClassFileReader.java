package io.stepwright.maven.classes;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one class file from its beginning to its end. Not thread-safe. */
final class ClassFileReader {

  private static final int MAGIC = 0xCAFEBABE;

  private final DataInputStream in;
  private @Nullable Object[] constants = new @Nullable Object[0];

  ClassFileReader(DataInputStream in) {
    this.in = in;
  }

  ClassFile read() throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("it does not begin as class files do");
    }
    in.skipNBytes(4); // The version.
    readConstants();
    in.skipNBytes(2); // The modifiers.
    String name = className(in.readUnsignedShort());
    in.skipNBytes(2); // The superclass.
    in.skipNBytes(2L * in.readUnsignedShort()); // The interfaces.
    skipMembers(); // The fields.
    skipMembers(); // The methods.
    String sourceFile = null;
    Set<String> annotations = new TreeSet<>();
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      String attribute = text(in.readUnsignedShort());
      long length = Integer.toUnsignedLong(in.readInt());
      if (attribute.equals("SourceFile")) {
        sourceFile = text(in.readUnsignedShort());
      } else if (attribute.equals("RuntimeInvisibleAnnotations")) {
        readAnnotations(annotations);
      } else {
        in.skipNBytes(length);
      }
    }
    return new ClassFile(name, sourceFile, annotations);
  }

  /** Reads the constant pool; keeps texts, and for classes the index of their names. */
  private void readConstants() throws IOException {
    constants = new @Nullable Object[in.readUnsignedShort()];
    for (int i = 1; i < constants.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> constants[i] = in.readUTF();
        case 7 -> constants[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // A long or a double takes two entries.
        }
        default -> throw new IOException("it has a constant of the unknown kind " + tag);
      }
    }
  }

  private void skipMembers() throws IOException {
    int members = in.readUnsignedShort();
    for (int i = 0; i < members; i++) {
      in.skipNBytes(6); // The modifiers, the name and the descriptor.
      int attributes = in.readUnsignedShort();
      for (int j = 0; j < attributes; j++) {
        in.skipNBytes(2);
        in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
      }
    }
  }

  private void readAnnotations(Set<String> annotations) throws IOException {
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      annotations.add(readAnnotation());
    }
  }

  private String readAnnotation() throws IOException {
    String descriptor = text(in.readUnsignedShort());
    int pairs = in.readUnsignedShort();
    for (int i = 0; i < pairs; i++) {
      in.skipNBytes(2);
      skipValue();
    }
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  private void skipValue() throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case 'e' -> in.skipNBytes(4);
      case '@' -> readAnnotation();
      case '[' -> {
        int values = in.readUnsignedShort();
        for (int i = 0; i < values; i++) {
          skipValue();
        }
      }
      default -> in.skipNBytes(2);
    }
  }

  private String className(int index) throws IOException {
    if (index < constants.length && constants[index] instanceof Integer name) {
      return text(name).replace('/', '.');
    }
    throw new IOException(String.format(Locale.ROOT, "its constant %d is no class", index));
  }

  private String text(int index) throws IOException {
    if (index < constants.length && constants[index] instanceof String text) {
      return text;
    }
    throw new IOException(String.format(Locale.ROOT, "its constant %d is no text", index));
  }
}
