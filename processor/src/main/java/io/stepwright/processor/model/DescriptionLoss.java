package io.stepwright.processor.model;

/** How descriptions of a type may be lost. */
public enum DescriptionLoss {
  /** All of them are known. */
  NONE,
  /** The type was compiled into the same folder, when nobody kept its comments. */
  EARLIER_COMPILATION,
  /** Its comments were kept when it had other components or constants. */
  OLDER_FILE,
  /** It was compiled into another folder or jar, which keeps no comments of it. */
  OTHER_MODULE
}
