using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GuidelineBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Incidents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "known_conversations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "download_tickets",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_download_tickets", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    checklist = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    is_drill = table.Column<bool>(type: "INTEGER", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    service = table.Column<string>(type: "TEXT", nullable: false),
                    account_name = table.Column<string>(type: "TEXT", nullable: false),
                    section = table.Column<string>(type: "TEXT", nullable: false),
                    seen = table.Column<string>(type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    opened_by_name = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    status_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status_every = table.Column<TimeSpan>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    close_reason = table.Column<string>(type: "TEXT", nullable: false),
                    review_what = table.Column<string>(type: "TEXT", nullable: false),
                    review_why = table.Column<string>(type: "TEXT", nullable: false),
                    review_change = table.Column<string>(type: "TEXT", nullable: false),
                    review_owner = table.Column<string>(type: "TEXT", nullable: false),
                    review_due = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incidents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "live_cards",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    about = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    conversation = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    activity = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    held_by = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_live_cards", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incident_events",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by_id = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    by_name = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    corrects = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_events", x => new { x.incident_id, x.number });
                    table.ForeignKey(
                        name: "fk_incident_events_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incident_members",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    guide_step = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_members", x => new { x.incident_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_incident_members_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incident_steps",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    assignee_id = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true),
                    assignee_name = table.Column<string>(type: "TEXT", nullable: true),
                    settled_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    warned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    overdue_told_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_steps", x => new { x.incident_id, x.step });
                    table.ForeignKey(
                        name: "fk_incident_steps_incidents_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_download_tickets_expires_at",
                table: "download_tickets",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_incident_members_person_id",
                table: "incident_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_incident_steps_state_due_at",
                table: "incident_steps",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_closed_at_opened_at",
                table: "incidents",
                columns: new[] { "closed_at", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_incidents_status_due_at",
                table: "incidents",
                column: "status_due_at");

            migrationBuilder.CreateIndex(
                name: "ix_live_cards_due_at",
                table: "live_cards",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_live_cards_topic_about_conversation_activity",
                table: "live_cards",
                columns: new[] { "topic", "about", "conversation", "activity" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "download_tickets");

            migrationBuilder.DropTable(
                name: "incident_events");

            migrationBuilder.DropTable(
                name: "incident_members");

            migrationBuilder.DropTable(
                name: "incident_steps");

            migrationBuilder.DropTable(
                name: "live_cards");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropColumn(
                name: "name",
                table: "known_conversations");
        }
    }
}
