using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GuidelineBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "answer_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    helpful = table.Column<bool>(type: "boolean", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bot_states",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    etag = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bot_states", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "processed_activities",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    response_status = table.Column<int>(type: "integer", nullable: true),
                    response_body = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processed_activities", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "question_log",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    route = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    clause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    conversation = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_question_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "recent_questions",
                columns: table => new
                {
                    conversation = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    person = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recent_questions", x => new { x.conversation, x.person });
                });

            migrationBuilder.CreateTable(
                name: "tickets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    asked_by_name = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    conversation = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tickets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_answer_feedback_at",
                table: "answer_feedback",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_processed_activities_claimed_at",
                table: "processed_activities",
                column: "claimed_at");

            migrationBuilder.CreateIndex(
                name: "ix_question_log_asked_at",
                table: "question_log",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_recent_questions_at",
                table: "recent_questions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_status_asked_at",
                table: "tickets",
                columns: new[] { "status", "asked_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answer_feedback");

            migrationBuilder.DropTable(
                name: "bot_states");

            migrationBuilder.DropTable(
                name: "processed_activities");

            migrationBuilder.DropTable(
                name: "question_log");

            migrationBuilder.DropTable(
                name: "recent_questions");

            migrationBuilder.DropTable(
                name: "tickets");
        }
    }
}
