using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuidelineBot.Tests.Attack;

/// <summary>Damages an activity: its members and their spelling, its values, or the very bytes.</summary>
internal sealed class Mutator(Random dice)
{
    private static readonly JsonSerializerOptions Loose = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    /// <returns>The body to be posted.</returns>
    public byte[] Damage(JsonObject activity)
    {
        for (var times = dice.Next(4); times > 0; times--)
            Change(Any(activity));
        var body = Encoding.UTF8.GetBytes(Written(activity));
        if (dice.Next(6) != 0)
            return body;
        var bytes = new List<byte>(body);
        for (var times = dice.Next(1, 8); times > 0 && bytes.Count > 0; times--)
        {
            var place = dice.Next(bytes.Count);
            switch (dice.Next(4))
            {
                case 0:
                    bytes[place] ^= (byte)(1 << dice.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(place, Math.Min(dice.Next(1, 20), bytes.Count - place));
                    break;
                case 2:
                    bytes.InsertRange(
                        place,
                        Encoding.UTF8.GetBytes(
                            ((string[])["\"", "{", "[", "\\ud800", "\\u0000", ",", ":", "\ufeff", "1e", "\xff"])[dice.Next(10)]
                        )
                    );
                    break;
                default:
                    bytes.InsertRange(place, bytes[place..Math.Min(bytes.Count, place + dice.Next(1, 60))]);
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>As it is, halves of characters included, which a serializer would mend.</summary>
    private string Written(JsonNode? node) =>
        node switch
        {
            JsonObject members =>
                $"{{{string.Join(',', Twice(members).Select(member => $"{Quoted(member.Key)}:{Written(member.Value)}"))}}}",
            JsonArray items => $"[{string.Join(',', items.Select(Written))}]",
            JsonValue value when value.GetValueKind() == JsonValueKind.String => Quoted(value.GetValue<string>()),
            null => "null",
            _ => node.ToJsonString(Loose),
        };

    /// <summary>Now and then one of the members stands there twice, which no object in memory can hold.</summary>
    private IEnumerable<KeyValuePair<string, JsonNode?>> Twice(JsonObject members) =>
        members.Count == 0 || dice.Next(60) != 0
            ? members
            : members.Append(KeyValuePair.Create(members.ElementAt(dice.Next(members.Count)).Key, Nasty.Value(dice)));

    private static string Quoted(string text) =>
        $"\"{string.Concat(text.Select(sign => sign is '"' or '\\' || sign < ' ' || char.IsSurrogate(sign) ? $"\\u{(int)sign:x4}" : $"{sign}"))}\"";

    /// <summary>Most of the damage goes where texts and payloads are, for the rest is refused at the door.</summary>
    private JsonObject Any(JsonObject activity)
    {
        var objects = Objects(activity).ToList();
        return objects[dice.Next(4) == 0 ? dice.Next(objects.Count) : objects.Count - 1 - dice.Next(Math.Min(2, objects.Count))];
    }

    private void Change(JsonObject target)
    {
        if (target.Count == 0)
        {
            target[Nasty.Text(dice)] = Nasty.Value(dice);
            return;
        }
        var name = target.ElementAt(dice.Next(target.Count)).Key;
        switch (dice.Next(8))
        {
            case 0:
                target.Remove(name);
                break;
            case 6:
                // By another spelling, beside the right one or in its place.
                var value = dice.Next(2) == 0 ? target[name]?.DeepClone() : Nasty.Value(dice);
                if (dice.Next(2) == 0)
                    target.Remove(name);
                target[Spelt(name)] = value;
                break;
            case 1:
                target[Nasty.Text(dice)] = Nasty.Value(dice);
                break;
            case 2 when target[name] is JsonValue text && text.GetValueKind() == JsonValueKind.String:
                var old = text.GetValue<string>();
                target[name] = old.Insert(dice.Next(old.Length + 1), Nasty.Text(dice));
                break;
            default:
                target[name] = Nasty.Value(dice);
                break;
        }
    }

    private string Spelt(string name) =>
        dice.Next(3) switch
        {
            0 => name.ToUpperInvariant(),
            1 when name.Length > 0 => char.ToUpperInvariant(name[0]) + name[1..],
            _ => string.Concat(name.Select(sign => dice.Next(2) == 0 ? char.ToUpperInvariant(sign) : char.ToLowerInvariant(sign))),
        };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
            JsonArray items => items.SelectMany(Objects),
            _ => [],
        };
}
