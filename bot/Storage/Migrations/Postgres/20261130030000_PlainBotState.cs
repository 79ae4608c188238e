using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GuidelineBot.Storage.Migrations.Postgres;

/// <summary>
/// The dialogs' state carried names of .NET types, which are gone, and which nobody who can write into the table should be able to choose. Such rows are dropped: they
/// said only which field was asked last; the facts of a draft are in its own table, and 「下書き」 goes on with it.
/// </summary>
[DbContext(typeof(PostgresDatabase))]
[Migration("20261130030000_PlainBotState")]
public partial class PlainBotState : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM bot_states");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM bot_states");
}
