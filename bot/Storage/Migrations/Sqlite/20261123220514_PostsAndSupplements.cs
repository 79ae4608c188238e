using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GuidelineBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PostsAndSupplements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "kept_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    service = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_profile = table.Column<bool>(type: "INTEGER", nullable: false),
                    kept_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_posts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supplements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplements", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_kept_posts_person_id_kept_at",
                table: "kept_posts",
                columns: new[] { "person_id", "kept_at" });

            migrationBuilder.CreateIndex(
                name: "ix_supplements_at",
                table: "supplements",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_supplements_ticket_id",
                table: "supplements",
                column: "ticket_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept_posts");

            migrationBuilder.DropTable(
                name: "supplements");
        }
    }
}
