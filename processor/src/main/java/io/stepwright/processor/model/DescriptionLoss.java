package io.stepwright.processor.model;

/** The reason why descriptions of a type may be lost. */
public enum DescriptionLoss {
  /** All descriptions are known. */
  NONE,
  /** The type was compiled earlier into the same folder, and its comments were not stored. */
  EARLIER_COMPILATION,
  /** The comments of the type were stored when it had other components or constants. */
  OLDER_FILE,
  /** The type was compiled into another folder or jar, where its comments are not stored. */
  OTHER_MODULE
}
