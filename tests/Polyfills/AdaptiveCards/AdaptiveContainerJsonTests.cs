using AdaptiveCards;

namespace GuidelineBot.Tests.Polyfills;

public sealed class AdaptiveContainerJsonTests
{
    [Fact]
    public void A_container_holds_items() =>
        Written.AssertSame(
            """
            {
              "type": "Container", "style": "emphasis", "bleed": true, "minHeight": "80px", "verticalContentAlignment": "bottom",
              "items": [{ "type": "TextBlock", "text": "本文" }],
              "selectAction": { "type": "Action.Execute", "verb": "clause.show" }
            }
            """,
            Written.Element(
                new AdaptiveContainer
                {
                    Style = AdaptiveContainerStyle.Emphasis,
                    Bleed = true,
                    MinHeight = "80px",
                    VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom,
                    Items = [new AdaptiveTextBlock("本文")],
                    SelectAction = new AdaptiveExecuteAction { Verb = "clause.show" },
                }
            )
        );

    [Fact]
    public void Columns_stretch_or_have_a_width_in_pixels() =>
        Written.AssertSame(
            """
            {
              "type": "ColumnSet",
              "columns": [
                { "type": "Column", "width": "stretch", "items": [{ "type": "TextBlock", "text": "左" }] },
                { "type": "Column", "width": "50px", "style": "good", "items": [{ "type": "TextBlock", "text": "右" }] }
              ]
            }
            """,
            Written.Element(
                new AdaptiveColumnSet
                {
                    Columns =
                    [
                        new AdaptiveColumn { Width = AdaptiveWidth.Stretch, Items = [new AdaptiveTextBlock("左")] },
                        new AdaptiveColumn
                        {
                            Width = "50px",
                            Style = AdaptiveContainerStyle.Good,
                            Items = [new AdaptiveTextBlock("右")],
                        },
                    ],
                }
            )
        );

    [Fact]
    public void A_table_has_columns_rows_and_cells() =>
        Written.AssertSame(
            """
            {
              "type": "Table", "showGridLines": false, "gridStyle": "accent", "verticalCellContentAlignment": "center",
              "columns": [{ "width": 2 }, { "width": 3, "horizontalCellContentAlignment": "right" }, { "width": "60px" }],
              "rows": [
                {
                  "type": "TableRow", "style": "warning", "horizontalCellContentAlignment": "center",
                  "cells": [{ "type": "TableCell", "style": "good", "items": [{ "type": "TextBlock", "text": "期限" }] }]
                }
              ]
            }
            """,
            Written.Element(
                new AdaptiveTable
                {
                    ShowGridLines = false,
                    GridStyle = AdaptiveContainerStyle.Accent,
                    VerticalCellContentAlignment = AdaptiveVerticalContentAlignment.Center,
                    Columns =
                    [
                        new AdaptiveTableColumnDefinition { Width = 2 },
                        new AdaptiveTableColumnDefinition
                        {
                            Width = 3,
                            HorizontalContentAlignment = AdaptiveHorizontalContentAlignment.Right,
                        },
                        new AdaptiveTableColumnDefinition { PixelWidth = 60 },
                    ],
                    Rows =
                    [
                        new AdaptiveTableRow
                        {
                            Style = AdaptiveContainerStyle.Warning,
                            HorizontalCellContentAlignment = AdaptiveHorizontalContentAlignment.Center,
                            Cells =
                            [
                                new AdaptiveTableCell { Style = AdaptiveContainerStyle.Good, Items = [new AdaptiveTextBlock("期限")] },
                            ],
                        },
                    ],
                }
            )
        );

    [Fact]
    public void An_action_set_holds_actions() =>
        Written.AssertSame(
            """{ "type": "ActionSet", "actions": [{ "type": "Action.Submit", "title": "送信" }] }""",
            Written.Element(new AdaptiveActionSet { Actions = [new AdaptiveSubmitAction { Title = "送信" }] })
        );

    [Fact]
    public void The_plain_style_is_the_first_and_goes_by_its_present_name()
    {
        Assert.Equal(default, AdaptiveContainerStyle.Default);
        Written.AssertSame(
            """{ "type": "Container", "style": "default", "items": [{ "type": "TextBlock", "text": "本文" }] }""",
            Written.Element(new AdaptiveContainer { Style = AdaptiveContainerStyle.Default, Items = [new AdaptiveTextBlock("本文")] })
        );
    }
}
