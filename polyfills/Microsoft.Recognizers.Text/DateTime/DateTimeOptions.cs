namespace Microsoft.Recognizers.Text.DateTime;

[Flags]
public enum DateTimeOptions { None = 0 }
