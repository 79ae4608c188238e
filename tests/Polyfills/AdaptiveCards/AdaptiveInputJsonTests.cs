using AdaptiveCards;

namespace GuidelineBot.Tests.Polyfills;

public sealed class AdaptiveInputJsonTests
{
    [Fact]
    public void Defaults_of_an_input_are_left_out() =>
        Written.AssertSame("""{ "type": "Input.Text", "id": "name" }""", Written.Element(new AdaptiveTextInput { Id = "name" }));

    [Fact]
    public void A_text_is_checked_by_an_expression() =>
        Written.AssertSame(
            """
            {
              "type": "Input.Text", "id": "mail", "label": "連絡先", "isRequired": true, "errorMessage": "メールアドレスを入力してください。",
              "placeholder": "a@example.jp", "value": "b@example.jp", "style": "email", "isMultiline": true, "maxLength": 100, "regex": "^.+@.+$",
              "inlineAction": { "type": "Action.Execute", "title": "送る", "verb": "mail.send" }
            }
            """,
            Written.Element(
                new AdaptiveTextInput
                {
                    Id = "mail",
                    Label = "連絡先",
                    IsRequired = true,
                    ErrorMessage = "メールアドレスを入力してください。",
                    Placeholder = "a@example.jp",
                    Value = "b@example.jp",
                    Style = AdaptiveTextInputStyle.Email,
                    IsMultiline = true,
                    MaxLength = 100,
                    Regex = "^.+@.+$",
                    InlineAction = new AdaptiveExecuteAction { Title = "送る", Verb = "mail.send" },
                }
            )
        );

    [Fact]
    public void A_number_has_limits() =>
        Written.AssertSame(
            """
            {
              "type": "Input.Number", "id": "people", "label": "人数", "isRequired": true, "errorMessage": "1から9までで入力してください。",
              "placeholder": "3", "value": 2, "min": 1, "max": 9
            }
            """,
            Written.Element(
                new AdaptiveNumberInput
                {
                    Id = "people",
                    Label = "人数",
                    IsRequired = true,
                    ErrorMessage = "1から9までで入力してください。",
                    Placeholder = "3",
                    Value = 2,
                    Min = 1,
                    Max = 9,
                }
            )
        );

    [Fact]
    public void A_number_left_open_is_not_written() =>
        Written.AssertSame(
            """{ "type": "Input.Number", "id": "people", "min": 0 }""",
            Written.Element(new AdaptiveNumberInput { Id = "people", Min = 0 })
        );

    [Fact]
    public void A_date_has_limits() =>
        Written.AssertSame(
            """
            {
              "type": "Input.Date", "id": "start", "label": "開始日", "isRequired": true, "errorMessage": "開始日を選んでください。",
              "placeholder": "日付", "value": "2026-12-01", "min": "2026-11-01", "max": "2027-03-31"
            }
            """,
            Written.Element(
                new AdaptiveDateInput
                {
                    Id = "start",
                    Label = "開始日",
                    IsRequired = true,
                    ErrorMessage = "開始日を選んでください。",
                    Placeholder = "日付",
                    Value = "2026-12-01",
                    Min = "2026-11-01",
                    Max = "2027-03-31",
                }
            )
        );

    [Fact]
    public void A_time_has_limits() =>
        Written.AssertSame(
            """
            {
              "type": "Input.Time", "id": "seen", "label": "気づいた時刻", "isRequired": true, "errorMessage": "時刻を選んでください。",
              "placeholder": "時刻", "value": "08:30", "min": "00:00", "max": "23:59"
            }
            """,
            Written.Element(
                new AdaptiveTimeInput
                {
                    Id = "seen",
                    Label = "気づいた時刻",
                    IsRequired = true,
                    ErrorMessage = "時刻を選んでください。",
                    Placeholder = "時刻",
                    Value = "08:30",
                    Min = "00:00",
                    Max = "23:59",
                }
            )
        );
}
