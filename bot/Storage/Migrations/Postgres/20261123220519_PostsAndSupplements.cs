using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GuidelineBot.Storage.Migrations.Postgres
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    service = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    is_profile = table.Column<bool>(type: "boolean", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_posts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supplements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false)
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
