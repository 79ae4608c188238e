namespace Microsoft.Recognizers.Text.Sequence;

[Flags]
public enum SequenceOptions { None = 0 }
